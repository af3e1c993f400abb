package org.crossface.web.pages.patient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.reference.ReferenceData.PreferenceCard;
import org.crossface.pathway.scheduling.CaseNeeds;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.state.PathwayState;

/**
 * What the form that reserves equipment shows at first: the preference card of the accountable surgeon for this operation, as far as its devices
 * stand at the surgery centre and are in use. Where equipment is reserved already, the form shows nothing of the card.
 */
final class PreferredEquipment {

    private PreferredEquipment() {}

    /** By the name of the control; empty when no operation is booked or the surgeon has no card for it. */
    static Map<String, List<String>> of(PathwayState state, ReferenceData reference) {
        return Offers.openCases(state).stream()
                .findFirst()
                .filter(operation ->
                        state.schedule().needsOf(operation.caseId()).equals(CaseNeeds.none()))
                .map(operation -> of(operation, reference))
                .orElse(Map.of());
    }

    private static Map<String, List<String>> of(SurgicalCase operation, ReferenceData reference) {
        PreferenceCard card =
                reference.preferenceCards(operation.surgeonIds().getFirst()).get(operation.stage());
        if (card == null) {
            return Map.of();
        }
        Map<String, List<String>> proposed = new HashMap<>();
        rows(
                "devices",
                card.devices().stream()
                        .filter(each -> reference
                                .device(each)
                                .filter(device -> device.siteId().equals(operation.siteId())
                                        && device.servesAt(operation.startsAt()))
                                .isPresent())
                        .toList(),
                proposed);
        rows(
                "secondTeam",
                card.secondTeam().stream()
                        .filter(each -> !operation.surgeonIds().contains(each))
                        .toList(),
                proposed);
        proposed.put(
                "couplerSizes", card.couplerSizes().stream().map(Enum::name).toList());
        return proposed;
    }

    private static void rows(String field, List<String> values, Map<String, List<String>> proposed) {
        for (int i = 0; i < values.size(); i++) {
            proposed.put(field + "[" + i + "]", List.of(values.get(i)));
        }
    }
}
