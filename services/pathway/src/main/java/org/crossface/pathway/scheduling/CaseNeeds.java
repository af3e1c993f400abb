package org.crossface.pathway.scheduling;

import java.util.List;
import java.util.stream.Stream;
import org.crossface.pathway.scheduling.events.EquipmentReserved;
import org.crossface.pathway.scheduling.vocabulary.Device;
import org.crossface.pathway.surgery.vocabulary.CouplerSize;

/**
 * What an operation needs beside room and surgeons, as it is reserved.
 *
 * @param typed devices whose names were typed before devices were registered
 * @param devices identifiers of registered devices
 * @param couplerSizes sizes that have to be there
 * @param people practitioners beside the surgeons: the second team and the anesthetist
 */
public record CaseNeeds(List<Device> typed, List<String> devices, List<CouplerSize> couplerSizes, List<String> people) {

    /** Nothing is reserved. */
    public static CaseNeeds none() {
        return new CaseNeeds(List.of(), List.of(), List.of(), List.of());
    }

    static CaseNeeds of(EquipmentReserved reserved) {
        return new CaseNeeds(
                reserved.equipment(),
                reserved.devices(),
                reserved.couplerSizes(),
                Stream.concat(reserved.secondTeam().stream(), Stream.ofNullable(reserved.anesthetist()))
                        .distinct()
                        .toList());
    }
}
