package org.crossface.pathway.reference;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.surgery.vocabulary.CouplerSize;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * What a surgeon wants for the operation of a stage; it takes the place of the card before.
 *
 * @param devices identifiers of devices, at whatever surgery centre
 * @param couplerSizes sizes that have to be there
 * @param secondTeam practitioners who operate beside the surgeon
 */
@EventName("reference.preference-card-set")
public record PreferenceCardSet(
        @Harmless String practitionerId,
        OffsetDateTime occurredAt,
        Stage stage,
        @Harmless List<String> devices,
        List<CouplerSize> couplerSizes,
        @Harmless List<String> secondTeam)
        implements ReferenceEvent {}
