package org.crossface.web.pages.patient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossface.coordination.record.RecordedFact;
import org.crossface.coordination.story.EventWords;
import org.crossface.pathway.authority.RuleBook;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.decision.Rule;
import org.crossface.web.pages.SiteTimes;
import org.jspecify.annotations.Nullable;

/**
 * A fact that lost what a rule asks for, as the top of the patient's page tells it.
 *
 * @param says the rule in a sentence; empty for a rule that this release does not have any more
 * @param finding what it has against the fact; empty after erasure
 * @param fact title and time of the fact
 */
record ContradictionLine(String contradictionId, String factId, String rule, String says, String finding, String fact) {

    static List<ContradictionLine> of(PatientFile file, Policy policy, SiteTimes times) {
        Map<String, PathwayEvent> facts = new HashMap<>();
        file.pathway().facts().stream().map(RecordedFact::fact).forEach(fact -> facts.put(fact.factId(), fact));
        return file.state().oversight().contradictions().stream()
                .map(each -> new ContradictionLine(
                        each.contradictionId(),
                        each.factId(),
                        each.rule(),
                        RuleBook.all().stream()
                                .filter(rule -> rule.id().equals(each.rule()))
                                .findFirst()
                                .map(Rule::says)
                                .map(policy::fill)
                                .orElse(""),
                        each.finding() == null ? "" : each.finding(),
                        words(facts.get(each.factId()), times)))
                .toList();
    }

    private static String words(@Nullable PathwayEvent fact, SiteTimes times) {
        return fact == null
                ? "An entry"
                : EventWords.title(fact) + ", "
                        + times.dateTime(fact.occurredAt().toInstant());
    }
}
