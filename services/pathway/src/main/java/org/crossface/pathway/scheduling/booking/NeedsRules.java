package org.crossface.pathway.scheduling.booking;

import java.util.HashSet;
import java.util.List;
import org.crossface.pathway.scheduling.SurgicalCase;
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
                List<String> devices = command.devices();
                if (new HashSet<>(devices).size() < devices.size()) {
                    return Verdict.refused("devices", "A device is named twice", "Name each device once");
                }
                return Verdict.refusedIf(
                        new HashSet<>(command.secondTeam()).size()
                                < command.secondTeam().size(),
                        "secondTeam",
                        "A person is named twice",
                        "Name each person once");
            });

    /** A device that is retired later than the operation starts serves it. */
    static final Check<ReserveEquipment> DEVICES_ARE_THERE = Check.hard(
            "REF-DEVICE",
            "A device that is reserved is registered at the surgery centre and in use when the operation starts.",
            (state, command, given) -> {
                SurgicalCase operation =
                        state.schedule().caseById(command.caseId()).orElse(null);
                List<String> missing = command.devices().stream()
                        .filter(each -> given.reference()
                                .device(each)
                                .filter(device -> operation == null
                                        || (device.siteId().equals(operation.siteId())
                                                && device.servesAt(operation.startsAt())))
                                .isEmpty())
                        .toList();
                return Verdict.refusedIf(
                        !missing.isEmpty(),
                        "devices",
                        "Not registered here, or retired by then: " + String.join(", ", missing),
                        "Choose a device of this surgery centre, or have it registered");
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
