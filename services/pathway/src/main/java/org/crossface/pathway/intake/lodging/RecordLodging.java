package org.crossface.pathway.intake.lodging;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.intake.LodgingRecorded;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * Records where the patient stays for some time, or from a day on, so that calls and visits are reckoned by the clock there. A stay that ended
 * earlier than planned is corrected; one that lasts longer is recorded again.
 *
 * @param from first day there
 * @param until last day there; {@code null} when no end is known
 * @param zone of the place, of the IANA list
 */
public record RecordLodging(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "From") LocalDate from,

        @FormField(label = "Until", help = "The last day; empty when no end is known") @Nullable
        LocalDate until,

        @RefersTo(Referent.TIME_ZONE) @FormField(label = "Time zone there", max = 64)
        String zone,

        @FormField(label = "Place", max = 200, help = "Such as a hotel or relatives") @Nullable
        String place,

        @FormField(label = "Phone there", max = 40, help = "If it is not the usual one") @Nullable
        String phone)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordLodging> USE_CASE = UseCase.of(
                    RecordLodging.class, "Record where the patient stays")
            .by(Role.SURGICAL_COORDINATOR, Role.AFTERCARE_NURSE, Role.PREOP_NURSE, Role.PACU_NURSE, Role.THERAPIST)
            .in(Phases.ANY)
            .checks(LodgingRules.ZONE_IS_KNOWN, LodgingRules.ENDS_AFTER_IT_BEGINS)
            .records(LodgingRecorded.class);
}
