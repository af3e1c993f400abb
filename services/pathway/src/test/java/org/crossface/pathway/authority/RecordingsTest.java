package org.crossface.pathway.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossface.pathway.ModuleClasses;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.Samples;
import org.crossface.pathway.oversight.PathwayResumed;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.recovery.events.PadssScored;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.state.Computed;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.story.PathwayInMemory;
import org.crossface.pathway.story.WrittenStory;
import org.crossface.pathway.surgery.events.FlapReperfused;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.usecase.Recording;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Test;

/** Each fact leads back to the command that records it, so that a corrected one can be judged by the rules of that command. */
class RecordingsTest {

    /** Facts that no person enters: they follow from others. */
    private static final Set<String> CONSEQUENCES = Set.of(
            "ConsentSuperseded",
            "ExtendedRecoveryEnded",
            "FactContradicted",
            "FlapCompromiseSuspected",
            "LateEntryExplained",
            "OverrideUsed",
            "PathwayAssignedToPerson",
            "RecordCorrected",
            "RecordRetracted",
            "SameDayDischargeFailed",
            "SurveillanceReopened");

    @Test
    void everyFactThatAPersonEntersHasItsCommand() {
        Set<String> without = ModuleClasses.events().stream()
                .filter(PathwayEvent.class::isAssignableFrom)
                .filter(event -> UseCases.RECORDINGS
                        .recorderOf(event.asSubclass(PathwayEvent.class))
                        .isEmpty())
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
        assertThat(without).isEqualTo(CONSEQUENCES);
    }

    @Test
    void everyEntryCanBeReadBackFromItsFact() {
        for (UseCase<?> useCase : UseCases.ALL) {
            for (Recording<?, ?> recording : useCase.recordings()) {
                Optional<?> entry = recording.entry(Samples.of(recording.event()));
                assertThat(entry).as("%s", recording.event()).isPresent();
            }
        }
    }

    @Test
    void whatIsComputedAndWhoseItIsCannotBeCorrected() {
        assertThat(UseCases.RECORDINGS.correctable(FlapReperfused.class))
                .containsExactly("occurredAt", "caseId", "reperfusedAt", "bleedingEdge", "comment");
        assertThat(UseCases.RECORDINGS.correctable(PathwayResumed.class)).containsExactly("occurredAt", "note");
        assertThat(UseCases.RECORDINGS.correctable(PadssScored.class)).doesNotContain("total", "lowest");
        assertThat(UseCases.RECORDINGS.correctable(PatientDischarged.class))
                .doesNotContain("sameCalendarDay", "stayMinutes", "stage");
    }

    /** No rule has anything against a fact of the textbook patient, asked again in the state before it; and nothing computed changes. */
    @Test
    void theFactsOfTheStoryStandWhenTheyAreJudgedAgain() {
        PathwayInMemory story = new PathwayInMemory("pathway-1", "P-0101", "OR-2");
        List<PathwayEvent> facts = story.play(WrittenStory.textbook().steps(FaceSide.LEFT, LocalDate.of(2025, 1, 14)))
                .facts();
        List<String> against = new ArrayList<>();
        PathwayState before = PathwayState.none();
        for (PathwayEvent fact : facts) {
            UseCases.RECORDINGS
                    .judge(fact, before, circumstances(story, fact))
                    .forEach(broken -> against.add(fact.getClass().getSimpleName() + " "
                            + broken.rule().id() + ": " + broken.words()));
            assertThat(Computed.anew(before, fact)).isEqualTo(fact);
            before = before.evolve(fact);
        }
        assertThat(facts).hasSizeGreaterThan(150);
        assertThat(against).isEmpty();
    }

    private static Circumstances circumstances(PathwayInMemory story, PathwayEvent fact) {
        return new Circumstances(
                fact.occurredAt().toInstant(),
                Policy.defaults(),
                story.reference(),
                new PathwayFixture.FreeReservations(),
                story.authorOf(fact),
                Role.SURGEON,
                () -> "id",
                RuleBook::clinical,
                RuleBook::overridableIn,
                UseCases.RECORDINGS,
                null);
    }
}
