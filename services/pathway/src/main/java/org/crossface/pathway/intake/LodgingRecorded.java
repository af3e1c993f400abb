package org.crossface.pathway.intake;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The patient stays, or will stay, at another place for some time: the present lodging and its zone as dated facts (amendments). Of two stays on
 * one day the one that was recorded later holds.
 *
 * @param from first day there
 * @param until last day there; {@code null} when no end is known, such as after a move
 * @param zone of the place
 * @param place such as a hotel or the address of relatives; {@code null} when it was not said, and after erasure
 * @param phone by which the patient is reached there; {@code null} when it is the usual one, and after erasure
 */
@EventName("intake.lodging-recorded")
public record LodgingRecorded(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        LocalDate from,
        @Nullable LocalDate until,
        @Harmless("IANA time zone") String zone,
        @Personal @Nullable String place,
        @Personal @Nullable String phone)
        implements IntakeFact {}
