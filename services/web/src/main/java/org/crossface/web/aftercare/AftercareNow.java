package org.crossface.web.aftercare;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.aftercare.vocabulary.ContactChannel;
import org.crossface.pathway.aftercare.vocabulary.ContactOutcome;
import org.crossface.pathway.aftercare.vocabulary.RedFlag;
import org.crossface.pathway.aftercare.vocabulary.RedFlagLevel;
import org.crossface.pathway.followup.Status;
import org.crossface.pathway.followup.calendar.ContactWindow;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What after-care has to do at an instant.
 *
 * @param at the instant
 * @param window hours of a day in which patients are called, by the clock where each is
 * @param redFlags that nobody has answered, the one that is due first at the top
 * @param calls the day-one calls, those of hospital wards too
 * @param flapChecks the next check of each muscle that is watched
 * @param wounds looks at wounds and donor sites
 * @param surveillance infections to close
 * @param inFacility patients in an after-care facility
 */
public record AftercareNow(
        Instant at,
        ContactWindow window,
        List<Flag> redFlags,
        List<Call> calls,
        List<Task> flapChecks,
        List<Task> wounds,
        List<Task> surveillance,
        List<InFacility> inFacility) {

    /** Keeps its own copies. */
    public AftercareNow {
        redFlags = List.copyOf(redFlags);
        calls = List.copyOf(calls);
        flapChecks = List.copyOf(flapChecks);
        wounds = List.copyOf(wounds);
        surveillance = List.copyOf(surveillance);
        inFacility = List.copyOf(inFacility);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return redFlags.isEmpty()
                && calls.isEmpty()
                && flapChecks.isEmpty()
                && wounds.isEmpty()
                && surveillance.isEmpty()
                && inFacility.isEmpty();
    }

    /**
     * A patient of after-care.
     *
     * @param familyName absent after erasure, like the given name
     */
    public record Patient(
            String pathwayId,
            String number,
            String patientId,
            String siteId,
            @Nullable String familyName,
            @Nullable String givenName,
            boolean erased) {}

    /**
     * Something that has to be done.
     *
     * @param code row of the clinical reference, such as {@code T-18}
     * @param key tells it from other tasks of the same row in the pathway
     * @param opens from when it may be done; absent when at once
     * @param dueOn day by the calendar of whoever it concerns; absent when no date follows
     * @param due absent when no date follows
     * @param timed whether the hour of these matters, or the day alone
     * @param overdue absent when it cannot be
     * @param told who had to be told so far, in words, the latest last
     * @param next who is told next when nothing happens; absent when nobody is
     * @param command that does it and that the reader may give, as the address names it; absent when there is none
     * @param field of the command that is known already; absent when none is
     * @param value of that field
     */
    public record Task(
            Patient patient,
            String code,
            String key,
            String label,
            @Nullable Instant opens,
            @Nullable LocalDate dueOn,
            @Nullable Instant due,
            @Nullable Instant overdue,
            boolean timed,
            Status status,
            List<String> told,
            @Nullable Told next,
            @Nullable String command,
            @Nullable String field,
            @Nullable String value) {

        /** Keeps its own copy. */
        public Task {
            told = List.copyOf(told);
        }

        /** Whether it is overdue, or was escalated. */
        public boolean isLate() {
            return status == Status.OVERDUE || status == Status.ESCALATED;
        }
    }

    /**
     * A step of the escalation.
     *
     * @param who in words
     */
    public record Told(String who, Instant at) {}

    /**
     * A red flag whose clock runs.
     *
     * @param task the answer that is due
     */
    public record Flag(Task task, RedFlag flag, RedFlagLevel level, Instant raisedAt) {}

    /**
     * A call.
     *
     * @param stage the operation before it
     * @param homeSince when the patient came home, or into the hospital; absent when nobody recorded it
     * @param phone where the patient is now; absent when none is known, and after erasure
     * @param otherName who else is asked when the patient cannot be reached; absent when nobody is named
     * @param otherPhone absent when none is known
     * @param place lodging; absent at home
     * @param zone IANA time zone where the patient is now
     * @param localTime the patient's time now
     * @param inWindow whether the patient may be called now
     * @param windowOpens when the patient may be called next; now while the window is open
     * @param attempts since the patient came home, the earliest first
     * @param attemptsBeforeOther after so many the other contact is called
     */
    public record Call(
            Task task,
            @Nullable Stage stage,
            @Nullable Instant homeSince,
            @Nullable String phone,
            @Nullable String otherName,
            @Nullable String otherPhone,
            @Nullable String place,
            String zone,
            OffsetDateTime localTime,
            boolean inWindow,
            Instant windowOpens,
            List<Attempt> attempts,
            int attemptsBeforeOther) {

        /** Keeps its own copy. */
        public Call {
            attempts = List.copyOf(attempts);
        }
    }

    /** An attempt to reach the patient. */
    public record Attempt(Instant at, ContactChannel channel, ContactOutcome outcome) {}

    /**
     * A patient in an after-care facility.
     *
     * @param caseId the operation before it
     * @param command that ends the stay, as the address names it; absent when the reader may not give it
     */
    public record InFacility(
            Patient patient,
            String caseId,
            String facility,
            Instant since,
            @Nullable String command) {}
}
