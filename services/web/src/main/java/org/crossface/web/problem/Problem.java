package org.crossface.web.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.crossface.pathway.patient.identity.KnownPersons.Candidate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Why a request failed (RFC 9457).
 *
 * @param type names the kind of problem
 * @param title the kind in words
 * @param detail the facts of this case
 * @param code stable name of the kind, such as {@code rule-refused}
 * @param rule of the clinical reference that refused, such as {@code INV-21}
 * @param field of the request that is at fault
 * @param remedy what would be accepted
 * @param broken every fault, the weightiest first: unreadable fields and refusing rules; {@code null} for other problems
 * @param candidates registered persons of whom one may be the person at hand; {@code null} for other problems
 * @param requestId identifier of the request, also in the header {@code X-Request-Id}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String rule,
        @Nullable String field,
        @Nullable String remedy,
        @Nullable List<Broken> broken,
        @Nullable List<Candidate> candidates,
        String requestId) {

    /**
     * One field that cannot be read, or one rule that refused.
     *
     * @param rule such as {@code INV-21}; {@code null} when the field cannot be read
     * @param title the rule in words; {@code null} when the field cannot be read
     * @param field of the request that is at fault; {@code null} when the state of the aggregate is
     * @param detail the facts of this case
     * @param remedy what would be accepted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Broken(
            @Nullable String rule,
            @Nullable String title,
            @Nullable String field,
            String detail,
            String remedy) {}

    private static final String TYPE_PREFIX = "urn:crossface:problem:";

    /** A problem without rule, field and remedy. */
    static Problem of(HttpStatus status, String code, String title, String detail) {
        return new Problem(TYPE_PREFIX + code, title, status.value(), detail, code, null, null, null, null, null, "");
    }

    Problem byRule(String newRule) {
        return new Problem(type, title, status, detail, code, newRule, field, remedy, broken, candidates, requestId);
    }

    Problem withAll(List<Broken> all) {
        return new Problem(
                type, title, status, detail, code, rule, field, remedy, List.copyOf(all), candidates, requestId);
    }

    /** Whether this rule refused this field. */
    public boolean isBroken(String ruleId, String atField) {
        return broken != null
                && broken.stream().anyMatch(each -> ruleId.equals(each.rule()) && atField.equals(each.field()));
    }

    /** The faults of the request, each with its field: every listed one, or the problem itself. */
    public List<Broken> faults() {
        return broken != null ? broken : List.of(new Broken(rule, title, field, detail, remedy == null ? "" : remedy));
    }

    /** The fault and remedy of a field; empty when there is none. */
    public Optional<String> saidAt(String atField) {
        return said(atField::equals, true);
    }

    /**
     * The faults of the fields of these paths; empty when there are none.
     *
     * @param remedied whether to add the remedy of unreadable fields too
     */
    public Optional<String> said(Predicate<String> at, boolean remedied) {
        String said = faults().stream()
                .filter(each -> each.field() != null && at.test(each.field()))
                .map(each -> each.remedy().isEmpty() || (!remedied && each.rule() == null)
                        ? each.detail()
                        : each.detail() + ". " + each.remedy())
                .collect(Collectors.joining(". "));
        return said.isEmpty() ? Optional.empty() : Optional.of(said);
    }

    /** Whether every fault is a refusal by a rule; pages ask, and no answer of the API holds it. */
    @JsonIgnore
    public boolean isOfRules() {
        return faults().stream().allMatch(each -> each.rule() != null);
    }

    Problem among(List<Candidate> persons) {
        return new Problem(
                type, title, status, detail, code, rule, field, remedy, broken, List.copyOf(persons), requestId);
    }

    Problem at(@Nullable String newField) {
        return new Problem(type, title, status, detail, code, rule, newField, remedy, broken, candidates, requestId);
    }

    Problem remedied(@Nullable String newRemedy) {
        return new Problem(type, title, status, detail, code, rule, field, newRemedy, broken, candidates, requestId);
    }

    Problem inRequest(String newRequestId) {
        return new Problem(type, title, status, detail, code, rule, field, remedy, broken, candidates, newRequestId);
    }
}
