package org.crossface.pathway.reference.registration;

import java.util.HashSet;
import java.util.List;
import org.crossface.pathway.requirement.Requirements;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.platform.api.Role;

/** Rules of a surgeon's preference card. */
final class PreferenceCardRules {

    private PreferenceCardRules() {}

    /**
     * Judges a card.
     *
     * @throws org.crossface.platform.api.decision.CommandRefused with every broken rule
     */
    static void judge(SetPreferenceCard command, Circumstances given) {
        Requirements needed = new Requirements();
        needed.that(
                given.role() != Role.SURGEON || given.actorId().equals(command.practitionerId()),
                "REF-SIGNATURE",
                "practitionerId",
                "A surgeon sets only his or her own preference cards.",
                "You are signed in as " + given.actorId(),
                command.practitionerId() + " or an administrator has to do it");
        List<String> unknown = command.devices().stream()
                .filter(each -> given.reference()
                        .device(each)
                        .filter(device -> device.servesAt(command.occurredAt()))
                        .isEmpty())
                .toList();
        needed.that(
                unknown.isEmpty(),
                "REF-DEVICE",
                "devices",
                "A preference card names devices that are registered and not retired.",
                "Not registered, or retired: " + String.join(", ", unknown),
                "Choose other devices, or register these first");
        List<String> strangers = command.secondTeam().stream()
                .filter(each -> given.reference().practitioner(each).isEmpty())
                .toList();
        needed.that(
                strangers.isEmpty(),
                "REF-PRACTITIONER",
                "secondTeam",
                "A preference card names practitioners who are registered.",
                "Not registered: " + String.join(", ", strangers),
                "Choose other practitioners, or register these first");
        isOnce(command.devices(), "devices", needed);
        isOnce(command.secondTeam(), "secondTeam", needed);
        needed.demand();
    }

    private static void isOnce(List<String> named, String field, Requirements needed) {
        needed.that(
                new HashSet<>(named).size() == named.size(),
                "SEQ-EQUIPMENT",
                field,
                "A preference card names a device and a person once.",
                "Something is named twice",
                "Name each once");
    }
}
