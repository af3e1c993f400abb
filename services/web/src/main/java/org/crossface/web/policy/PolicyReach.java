package org.crossface.web.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.SerializationException;
import org.crossface.coordination.board.Board;
import org.crossface.coordination.board.BoardFilter;
import org.crossface.coordination.board.BoardRow;
import org.crossface.coordination.board.PolicyImpact;
import org.crossface.coordination.record.PathwayRecords;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.approval.EventSourcedPolicies;
import org.crossface.web.problem.RequestFault;

/** Tells, before a second person approves a version of the policy, on which live pathways it will act (ADR 42). */
public final class PolicyReach {

    /** What a reader of the answer reads. */
    public static final String RESOURCE = "clinical/pathways";

    private final EventSourcedPolicies policies;
    private final Board board;
    private final PathwayRecords records;
    private final ReadGate gate;
    private final Clock clock;

    /** @param clock domain time */
    public PolicyReach(EventSourcedPolicies policies, Board board, PathwayRecords records, ReadGate gate, Clock clock) {
        this.policies = policies;
        this.board = board;
        this.records = records;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * A pathway on which the version would act.
     *
     * @param changes in words, such as {@code Complete pathway: refused, so far possible}
     */
    public record Touched(String pathwayId, String number, List<String> changes) {}

    /**
     * The live pathways of the reader's sites on which a version would act, and how.
     *
     * @param version that is proposed, approved or not; the one in force acts on nothing anew
     * @param purpose of the read
     * @throws RequestFault 404 if nobody proposed the version
     */
    public List<Touched> of(CurrentActor actor, String version, String purpose) {
        Policy before = policies.inForceAt(clock.instant());
        Policy after = policies.proposed(version)
                .or(() ->
                        Optional.of(before).filter(inForce -> inForce.version().equals(version)))
                .orElseThrow(() -> RequestFault.notFound("No version " + version + " is proposed", "Propose it first"));
        LocalDate today = LocalDate.now(clock);
        return gate.showVisible(
                actor,
                RESOURCE,
                purpose,
                () -> board.rows(BoardFilter.all(), today).stream()
                        .filter(row -> !row.phase().isEnd())
                        .flatMap(row -> touched(row, before, after).stream())
                        .toList());
    }

    private Optional<Shown<Touched>> touched(BoardRow row, Policy before, Policy after) {
        List<String> changes = changes(row.pathwayId(), before, after);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Shown.of(new Touched(row.pathwayId(), row.number(), changes), row.patientId(), row.siteId()));
    }

    /** One pathway that this release cannot read does not hide what the version does to the others. */
    private List<String> changes(String pathwayId, Policy before, Policy after) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try {
            return records.find(pathwayId)
                    .map(pathway -> PolicyImpact.of(pathway.state(), before, after, now))
                    .orElse(List.of());
        } catch (SerializationException unreadable) {
            return List.of("Cannot be told: the record holds an event that this release cannot read");
        }
    }
}
