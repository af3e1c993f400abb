package org.crossface.pathway.reference.registration;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.reference.SiteCalendarSet;
import org.crossface.pathway.reference.StandingCalendars;
import org.crossface.pathway.requirement.Requirement;
import org.crossface.pathway.requirement.Requirements;
import org.crossface.pathway.usecase.Circumstances;
import org.jspecify.annotations.Nullable;

/** The calendars of all surgery centres. They are one stream, so that a node asks PostgreSQL one question to know whether one has changed. */
@AggregateRoot
public final class CalendarSet {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String calendarSetId;

    /** For Axon, which then sources the recorded facts into it. */
    public CalendarSet() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SetSiteCalendar command, Circumstances given) {
        Requirement.fieldsInRange(command);
        Requirements needed = new Requirements();
        needed.that(
                command.calendarSetId().equals(StandingCalendars.ID),
                "REF-CALENDAR-SET",
                "calendarSetId",
                "There is one set of calendars.",
                "There is no set of calendars " + command.calendarSetId(),
                "Use the set " + StandingCalendars.ID);
        needed.that(
                given.reference().site(command.siteId()).isPresent(),
                "REF-SITE",
                "siteId",
                "A calendar belongs to a surgery centre.",
                "There is no surgery centre " + command.siteId(),
                "Choose one of the surgery centres");
        needed.that(
                command.closedDays().stream().noneMatch(each -> each.day().isBefore(command.from())),
                "CALENDAR-DAYS",
                "closedDays",
                "The days before the first day of a calendar stay as they were.",
                "A closed day lies before " + command.from(),
                "Leave it out, or begin the calendar earlier");
        needed.demand();
        AggregateLifecycle.apply(new SiteCalendarSet(
                command.calendarSetId(),
                command.occurredAt(),
                command.siteId(),
                command.from(),
                command.weekend(),
                command.closedDays(),
                given.now()
                        .plus(Policies.ANNOUNCED_BEFORE)
                        .atOffset(command.occurredAt().getOffset())));
    }

    @EventSourcingHandler
    void on(SiteCalendarSet event) {
        calendarSetId = event.calendarSetId();
    }
}
