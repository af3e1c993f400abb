package org.crossface.pathway.scheduling.events;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.scheduling.vocabulary.Device;
import org.crossface.pathway.surgery.vocabulary.CouplerSize;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/**
 * What an operation needs was reserved with its slot; a newer list takes the place of an older one.
 *
 * @param equipment devices as they were typed before devices were registered; empty since
 * @param couplerSizes sizes that have to be there
 * @param secondTeam practitioners who operate beside the surgeons of the case
 * @param anesthetist who gives the anesthesia; {@code null} when nobody is named
 * @param devices registered devices of the surgery centre
 */
@EventName(value = "scheduling.equipment-reserved", revision = 2, upcasters = EquipmentByName.class)
public record EquipmentReserved(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        List<Device> equipment,
        List<CouplerSize> couplerSizes,
        @Harmless List<String> secondTeam,
        @Harmless("identifier of a user") @Nullable String anesthetist,
        @Harmless List<String> devices)
        implements SchedulingFact, ConcernsCase {}
