package org.crossface.pathway.scheduling.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The payer authorised the operation of one stage.
 *
 * @param coveredSiteId the surgery centre that the approval names; {@code null} when it names none
 */
@EventName(value = "scheduling.authorization-obtained", revision = 2, upcasters = ApprovalWithSite.class)
public record AuthorizationObtained(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        @Harmless String payerId,
        @Personal String number,
        @Harmless("procedure codes") List<String> codes,
        LocalDate from,
        LocalDate until,
        @Harmless @Nullable String coveredSiteId)
        implements SchedulingFact {}
