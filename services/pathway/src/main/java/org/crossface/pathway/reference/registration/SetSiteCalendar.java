package org.crossface.pathway.reference.registration;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.reference.ClosedDay;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/**
 * Enters on which days a surgery centre works from a day on; all of it is given anew, and the days before stay as they were.
 *
 * @param from first day
 * @param weekend days of the week on which the centre is closed; never all seven
 * @param closedDays other days on which it is closed
 */
public record SetSiteCalendar(
        @TargetAggregateIdentifier String calendarSetId,
        OffsetDateTime occurredAt,

        @RefersTo(Referent.SITE) @FormField(label = "Surgery centre")
        String siteId,

        @FormField(label = "From") LocalDate from,
        @FormField(label = "Closed each week", max = 6) List<DayOfWeek> weekend,
        @FormField(label = "Other closed days", max = 200) List<ClosedDay> closedDays)
        implements ReferenceCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<SetSiteCalendar> USE_CASE =
            UseCase.of(SetSiteCalendar.class, "Set calendar").by(Role.ADMINISTRATOR);
}
