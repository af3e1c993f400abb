package org.crossface.pathway.oversight.correction;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.oversight.ContradictionEnd;
import org.crossface.pathway.oversight.ContradictionEnded;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.pathway.oversight.PatientDied;
import org.crossface.pathway.oversight.RecordCorrected;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.requirement.Requirement;
import org.crossface.pathway.state.Correction;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.CommandRefused;
import org.jspecify.annotations.Nullable;

/** Corrects and retracts what was recorded, by new facts that name the old. */
public final class CorrectionCommandHandler {

    private final PathwayRecord pathway;

    public CorrectionCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(CorrectRecord command, Circumstances given) {
        Requirement.fieldsInRange(command);
        PathwayEvent target = target(command.targetFactId());
        Amendment amendment = new Amendment(
                command.pathwayId(),
                command.occurredAt(),
                target,
                pathway.stateBefore(command.targetFactId()),
                author(command.targetFactId()),
                pathway.recordedAt(command.targetFactId()).orElse(null),
                target != null && pathway.isConsequence(command.targetFactId()),
                command.fields(),
                command.reason());
        PathwayRecord.Judged judged = pathway.judge(Amendment.CORRECTION, amendment, given);
        List<BrokenRule> broken = CorrectionRules.brokenByCorrection(amendment, given);
        if (!broken.isEmpty()) {
            throw new CommandRefused(broken);
        }
        Map<Boolean, List<CorrectedField>> byPersonal = command.fields().stream()
                .collect(Collectors.partitioningBy(
                        field -> target != null && Correction.isPersonal(target, field.name())));
        judged.record(new RecordCorrected(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                command.targetFactId(),
                byPersonal.getOrDefault(false, List.of()),
                byPersonal.getOrDefault(true, List.of()),
                command.reason()));
    }

    @CommandHandler
    void handle(RetractRecord command, Circumstances given) {
        Requirement.fieldsInRange(command);
        pathway.judge(
                        Amendment.RETRACTION,
                        new Amendment(
                                command.pathwayId(),
                                command.occurredAt(),
                                target(command.targetFactId()),
                                pathway.stateBefore(command.targetFactId()),
                                author(command.targetFactId()),
                                pathway.recordedAt(command.targetFactId()).orElse(null),
                                false,
                                List.of(),
                                command.reason()),
                        given)
                .record(new RecordRetracted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.targetFactId(),
                        command.reason()));
    }

    @CommandHandler
    void handle(DecideContradiction command, Circumstances given) {
        pathway.judge(DecideContradiction.USE_CASE, command, given)
                .record(new ContradictionEnded(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.contradictionId(),
                        ContradictionEnd.DECIDED,
                        command.reason()));
    }

    /** Takes back the death of the patient, if it is recorded here; that of the person is taken back in the same unit of work. */
    public void retractDeath(OffsetDateTime at, String reason, Circumstances given) {
        pathway.effectiveFacts().stream()
                .filter(PatientDied.class::isInstance)
                .toList()
                .forEach(died -> pathway.follow(given)
                        .record(new RecordRetracted(
                                died.pathwayId(), given.ids().next(), at, died.factId(), reason)));
    }

    /** Corrects the birth date that the referral copied; that of the person is corrected in the same unit of work. */
    public void correctBirthDate(String birthDate, OffsetDateTime at, String reason, Circumstances given) {
        PathwayEvent referral = pathway.effectiveFacts().getFirst();
        pathway.follow(given)
                .record(new RecordCorrected(
                        referral.pathwayId(),
                        given.ids().next(),
                        at,
                        referral.factId(),
                        List.of(),
                        List.of(new CorrectedField("birthDate", birthDate)),
                        reason));
    }

    private @Nullable PathwayEvent target(String factId) {
        return pathway.effectiveFacts().stream()
                .filter(fact -> fact.factId().equals(factId))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String author(String factId) {
        return pathway.authorOf(factId).orElse(null);
    }
}
