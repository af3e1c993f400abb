package org.crossface.pathway.oversight.correction;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.pathway.intake.PathwayAssignedToPerson;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.pathway.oversight.PatientDied;
import org.crossface.pathway.oversight.RecordCorrected;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.state.Correction;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.Verdict;
import org.crossface.platform.api.values.StorableRecords;
import org.crossface.platform.api.values.UnstorableValue;
import org.jspecify.annotations.Nullable;

/** Rules of corrections and retractions, judged together with the fact that they are about. */
final class CorrectionRules {

    private CorrectionRules() {}

    static final Check<Amendment> FACT_IS_KNOWN = Check.hard(
            "REF-FACT",
            "A correction names a recorded fact that was not retracted; a retraction is final.",
            (state, command, given) -> {
                PathwayEvent target = command.target();
                return Verdict.refusedIf(
                        target == null || target instanceof RecordRetracted || isOpening(command, target),
                        "targetFactId",
                        "There is no such fact in this pathway, or it was retracted",
                        "Choose a fact of this pathway");
            });

    static final Check<Amendment> DEATH_IS_OF_THE_PERSON = Check.hard(
            "SEQ-DEATH",
            "A death is taken back of the person, so that all pathways live again.",
            (state, command, given) -> Verdict.refusedIf(
                    command.target() instanceof PatientDied,
                    "targetFactId",
                    "The death is that of the person, not of one pathway",
                    "Take back the death of the person; record it anew if the day was wrong"));

    static final Check<Amendment> PERSON_FOLLOWS_THE_LINK = Check.hard(
            "SEQ-LINK",
            "Whose a pathway is follows from the persons who are linked.",
            (state, command, given) -> Verdict.refusedIf(
                    command.target() instanceof PathwayAssignedToPerson,
                    "targetFactId",
                    "The fact follows from linking or unlinking two persons",
                    "Link or unlink the persons"));

    static final Check<Amendment> AMENDMENT_IS_EXPLAINED = Check.hard(
            "INV-62",
            "A record is only corrected by its author or a surgeon, with a reason of at least {reasonCharacters} characters.",
            (state, command, given) -> {
                if (command.reason().strip().length() < given.policy().of(Threshold.REASON_CHARACTERS)) {
                    return Verdict.refused(
                            "reason",
                            given.policy().fill("The reason has less than {reasonCharacters} characters"),
                            "Explain what was wrong and how it happened");
                }
                return Verdict.refusedIf(
                        given.role() != Role.SURGEON && !given.actorId().equals(command.author()),
                        "targetFactId",
                        "Another user recorded the fact",
                        "Ask the author or a surgeon");
            });

    static final Check<Amendment> VALUES_CAN_BE_READ = Check.hard(
            "REF-FIELD",
            "A correction names fields of the fact and gives values that they can have.",
            (state, command, given) -> {
                PathwayEvent target = command.target();
                if (command.fields().isEmpty()) {
                    return Verdict.refused("fields", "No field is corrected", "Name a field and its correct value");
                }
                if (target == null || target instanceof RecordCorrected) {
                    return Verdict.refused(
                            "targetFactId", "A correction itself cannot be corrected", "Correct the fact again");
                }
                Set<String> correctable = given.recordings().correctable(target);
                if (correctable.isEmpty() || command.consequence()) {
                    return Verdict.refused(
                            "targetFactId",
                            "Nobody entered this fact: it follows from another one",
                            "Correct or retract the fact that it follows from");
                }
                Optional<String> computed = command.fields().stream()
                        .map(CorrectedField::name)
                        .filter(name -> !correctable.contains(componentOf(name)))
                        .findFirst();
                if (computed.isPresent()) {
                    return Verdict.refused(
                            "fields",
                            computed.get() + " is not entered, so that it cannot be corrected",
                            "Correct one of " + String.join(", ", correctable));
                }
                try {
                    PathwayEvent recorded = withoutOldFaults(target);
                    PathwayEvent corrected = Correction.check(recorded, command.fields());
                    return corrected.equals(recorded)
                            ? Verdict.refused(
                                    "fields", "The fact has these values already", "Enter what it should have been")
                            : keptAs(corrected);
                } catch (UnstorableValue e) {
                    return Verdict.refused("fields", e.field() + ": " + e.finding(), e.remedy());
                } catch (IllegalArgumentException e) {
                    return Verdict.refused(
                            "fields", String.valueOf(e.getMessage()), "Enter the value in the form's format");
                }
            });

    static final Check<Amendment> SIDE_STANDS_AFTER_INCISION = Check.hard(
            "INV-06",
            "After the first incision the paralysed side stays as it was examined.",
            (state, command, given) -> {
                boolean side = command.target() instanceof ParalysisCharacterised
                        && (command.fields().isEmpty()
                                || command.fields().stream()
                                        .anyMatch(field ->
                                                componentOf(field.name()).equals("paralysedSide")));
                return Verdict.refusedIf(
                        side
                                && state.operations().byCase().values().stream()
                                        .anyMatch(each -> each.incisionAt().isPresent()),
                        command.fields().isEmpty() ? "targetFactId" : "fields",
                        "The patient was operated on for this side",
                        "Report a never event if the wrong side was operated on, or open a pathway for the other side");
            });

    /**
     * The rules of the fact's own command that it keeps as it was recorded and breaks as it would be corrected. Rules that it broke before
     * are no fault of the correction. What was recorded at a time had happened by then, whenever it is corrected (INV-61).
     */
    static List<BrokenRule> brokenByCorrection(Amendment command, Circumstances given) {
        PathwayEvent target = command.target();
        if (target == null) {
            return List.of();
        }
        Instant recordedAt = command.recordedAt();
        Circumstances asAuthor = given.of(
                Objects.requireNonNullElse(command.author(), given.actorId()),
                recordedAt == null || recordedAt.isAfter(given.now()) ? given.now() : recordedAt,
                command.reason());
        PathwayEvent recorded = withoutOldFaults(target);
        Set<String> before = given.recordings().judge(recorded, command.before(), asAuthor).stream()
                .map(found -> found.rule().id())
                .collect(Collectors.toSet());
        return given
                .recordings()
                .judge(Correction.check(recorded, command.fields()), command.before(), asAuthor)
                .stream()
                .filter(found -> !before.contains(found.rule().id()))
                .toList();
    }

    private static String componentOf(String name) {
        return name.split("[.\\[]", 2)[0];
    }

    /** What an earlier release took is not what this correction has to answer for. */
    private static PathwayEvent withoutOldFaults(PathwayEvent fact) {
        return fact instanceof Record values && StorableRecords.mended(values) instanceof PathwayEvent mended
                ? mended
                : fact;
    }

    /** The values of a correction come as texts, so that only now it shows what kind they are. */
    private static Verdict keptAs(PathwayEvent fact) {
        return Verdict.refusedIf(
                fact instanceof Record values
                        && !StorableRecords.normalised(values).equals(values),
                "fields",
                "A value is not in its stored form",
                "Give times in whole microseconds with an offset in whole minutes, and zero without a minus");
    }

    private static boolean isOpening(Amendment command, @Nullable PathwayEvent target) {
        return target instanceof PatientReferred && command.fields().isEmpty();
    }
}
