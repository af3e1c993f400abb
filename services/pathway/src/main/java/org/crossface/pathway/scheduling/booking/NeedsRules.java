package org.crossface.pathway.scheduling.booking;

import java.util.HashSet;
import java.util.List;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.scheduling.vocabulary.Device;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.decision.Verdict;

/** Rules of what an operation needs beside room and surgeons. */
final class NeedsRules {

    private NeedsRules() {}

    static final Condition CASE_IS_OPEN = Condition.hard(
                    "SEQ-SCHEDULED",
                    "Equipment is reserved for an operation that is booked.",
                    on -> Verdict.refusedIf(
                            on.caseId() == null
                                    || on.state()
                                            .schedule()
                                            .caseById(on.caseId())
                                            .filter(each -> !each.cancelled())
                                            .isEmpty(),
                            "caseId",
                            "There is no such operation, or it was cancelled",
                            "Schedule the operation first"))
            .asGroundwork()
            .fulfilledBy(ScheduleSurgery.class);

    static final Check<ReserveEquipment> NAMED_ONCE =
            Check.hard("SEQ-EQUIPMENT", "A device and a person are named once.", (state, command, given) -> {
                List<String> devices =
                        command.equipment().stream().map(Device::name).toList();
                if (new HashSet<>(devices).size() < devices.size()) {
                    return Verdict.refused("equipment", "A device is named twice", "Name each device once");
                }
                return Verdict.refusedIf(
                        new HashSet<>(command.secondTeam()).size()
                                < command.secondTeam().size(),
                        "secondTeam",
                        "A person is named twice",
                        "Name each person once");
            });

    static final Check<ReserveEquipment> NOT_A_SURGEON_OF_THE_CASE = Check.hard(
            "SEQ-EQUIPMENT",
            "The second team and the anesthetist are not the surgeons of the case.",
            (state, command, given) -> {
                List<String> surgeons = state.schedule()
                        .caseById(command.caseId())
                        .map(SurgicalCase::surgeonIds)
                        .orElse(List.of());
                boolean second = command.secondTeam().stream().anyMatch(surgeons::contains);
                return Verdict.refusedIf(
                        second || (command.anesthetist() != null && surgeons.contains(command.anesthetist())),
                        second ? "secondTeam" : "anesthetist",
                        "This person is a surgeon of the case already",
                        "Name somebody else");
            });
}
