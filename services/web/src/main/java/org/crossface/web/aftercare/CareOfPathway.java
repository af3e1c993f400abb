package org.crossface.web.aftercare;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.crossface.coordination.aftercare.AftercareList;
import org.crossface.coordination.aftercare.CareArea;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.NextSteps;
import org.crossface.pathway.followup.Moment;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.followup.calendar.ContactWindow;
import org.crossface.pathway.followup.calendar.PatientZones;
import org.crossface.pathway.intake.Intake;
import org.crossface.pathway.patient.identity.PersonDetails;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.recovery.Recovery;
import org.crossface.pathway.recovery.departure.DischargeFromAftercare;
import org.crossface.pathway.state.CaseProgress;
import org.crossface.pathway.state.PathwayState;
import org.crossface.platform.api.Role;
import org.crossface.web.aftercare.AftercareNow.Attempt;
import org.crossface.web.aftercare.AftercareNow.Call;
import org.crossface.web.aftercare.AftercareNow.Flag;
import org.crossface.web.aftercare.AftercareNow.InFacility;
import org.crossface.web.aftercare.AftercareNow.Patient;
import org.crossface.web.aftercare.AftercareNow.Task;
import org.crossface.web.aftercare.AftercareNow.Told;
import org.jspecify.annotations.Nullable;

/** What one pathway needs of after-care at an instant, by its timetable. */
final class CareOfPathway {

    /** What it needs. */
    record Needed(List<Flag> flags, List<Call> calls, List<Placed> tasks, List<InFacility> inFacility) {

        boolean isEmpty() {
            return flags.isEmpty() && calls.isEmpty() && tasks.isEmpty() && inFacility.isEmpty();
        }
    }

    /** A task and the part of after-care that it belongs to. */
    record Placed(CareArea area, Task task) {}

    private final PathwayState state;
    private final Policy policy;
    private final Instant now;
    private final OffsetDateTime local;
    private final Role role;
    private final Patient patient;
    private final PatientZones zones;
    private final CommandCatalogue catalogue;
    private final Function<String, Optional<PersonDetails>> details;
    private final UnaryOperator<String> facility;

    /**
     * @param role of the reader; only the commands that it may give are offered
     * @param details what is known of a person now
     * @param facility name of an after-care facility
     */
    CareOfPathway(
            AftercareList.Entry row,
            PathwayState state,
            Policy policy,
            Instant now,
            Role role,
            CommandCatalogue catalogue,
            Function<String, Optional<PersonDetails>> details,
            UnaryOperator<String> facility) {
        this.catalogue = catalogue;
        this.details = details;
        this.facility = facility;
        this.state = state;
        this.policy = policy;
        this.now = now;
        this.role = role;
        this.local = now.atZone(state.intake().zoneId()).toOffsetDateTime();
        this.zones = Timetable.zones(state);
        this.patient = new Patient(
                row.pathwayId(),
                state.intake().number(),
                row.patientId(),
                row.siteId(),
                row.familyName(),
                row.givenName(),
                row.erased());
    }

    Needed needed() {
        List<Flag> flags = new ArrayList<>();
        List<Call> calls = new ArrayList<>();
        List<Placed> tasks = new ArrayList<>();
        for (OpenTask open : Timetable.of(state, policy).work()) {
            CareArea area = CareArea.of(open).orElse(null);
            OpenTask.Standing standing = open.at(now).orElse(null);
            if (area != null && standing != null && !area.shownFrom(open).isAfter(now)) {
                Task task = task(open, standing);
                switch (area) {
                    case RED_FLAGS -> flag(task).ifPresent(flags::add);
                    case CALLS -> calls.add(call(task));
                    case FLAP_CHECKS, WOUNDS, SURVEILLANCE -> tasks.add(new Placed(area, task));
                }
            }
        }
        return new Needed(flags, calls, tasks, inFacility());
    }

    private Task task(OpenTask open, OpenTask.Standing standing) {
        Optional<String> command = NextSteps.towards(open.code(), state, local, policy).stream()
                .flatMap(type -> catalogue.find(type).stream())
                .filter(spec -> spec.allows(role))
                .map(CommandSpec::kebabName)
                .findFirst();
        Known known = known(open);
        return new Task(
                patient,
                open.code(),
                open.key(),
                open.label(),
                at(open.opens()),
                open.due() == null ? null : open.due().day(),
                at(open.due()),
                at(open.overdue()),
                open.due() != null && open.due().timed(),
                standing.status(),
                open.steps().stream()
                        .filter(step -> !step.at().isAfter(now))
                        .map(OpenTask.Told::who)
                        .toList(),
                open.steps().stream()
                        .filter(step -> step.at().isAfter(now))
                        .findFirst()
                        .map(step -> new Told(step.who(), step.at()))
                        .orElse(null),
                command.orElse(null),
                known == null ? null : known.field(),
                known == null ? null : known.value());
    }

    private Optional<Flag> flag(Task task) {
        return state.afterCare().followUp().unanswered().stream()
                .filter(each -> each.flagId().equals(task.key()))
                .map(each -> new Flag(
                        task, each.flag(), each.flag().level(), each.raisedAt().toInstant()))
                .findFirst();
    }

    private Call call(Task task) {
        Optional<CaseProgress> operation = operation(task.key());
        OffsetDateTime home = operation
                .flatMap(each -> each.homeAt().or(() -> each.recovery().departedAt()))
                .orElse(null);
        ZoneId zone = zones.at(now);
        ContactWindow window = ContactWindow.of(policy);
        Optional<Intake.Lodging> lodging =
                state.intake().lodgingOn(now.atZone(state.intake().homeZone()).toLocalDate());
        Optional<PersonDetails> person = details.apply(patient.patientId());
        PersonDetails.Representative other =
                person.map(PersonDetails::representative).orElse(null);
        return new Call(
                task,
                operation.map(CaseProgress::stage).orElse(null),
                home == null ? null : home.toInstant(),
                lodging.map(Intake.Lodging::phone)
                        .or(() -> person.map(known -> known.traits().phone()))
                        .orElse(null),
                other == null ? null : other.name(),
                other == null ? null : other.phone(),
                lodging.map(Intake.Lodging::place).orElse(null),
                zone.getId(),
                now.atZone(zone).toOffsetDateTime(),
                window.contains(now, zones),
                window.next(now, zones),
                state.afterCare().attemptsSince(home == null ? OffsetDateTime.MIN : home).stream()
                        .map(each -> new Attempt(each.at().toInstant(), each.channel(), each.outcome()))
                        .toList(),
                policy.of(Threshold.T17_ATTEMPTS));
    }

    private List<InFacility> inFacility() {
        return CaseProgress.all(state).stream()
                .flatMap(each -> each.recovery().facilityStay().map(stay -> inFacility(each.caseId(), stay)).stream())
                .toList();
    }

    private InFacility inFacility(String caseId, Recovery.FacilityStay stay) {
        return new InFacility(
                patient,
                caseId,
                facility.apply(stay.facilityId()),
                stay.since().toInstant(),
                catalogue
                        .find(DischargeFromAftercare.class)
                        .filter(spec -> spec.allows(role))
                        .map(CommandSpec::kebabName)
                        .orElse(null));
    }

    private Optional<CaseProgress> operation(String caseId) {
        return CaseProgress.all(state).stream()
                .filter(each -> each.caseId().equals(caseId))
                .findFirst();
    }

    /** What the form of the command need not ask again. */
    private @Nullable Known known(OpenTask open) {
        return switch (open.timer().per()) {
            case FLAG -> new Known("flagId", open.key());
            case FLAP -> new Known("flapId", open.key());
            case CASE ->
                operation(open.key())
                        .map(each -> new Known("stage", each.stage().name()))
                        .or(() -> stageOf(open.key()))
                        .orElse(null);
            default -> null;
        };
    }

    /** Of a task that is named by the stage and the day of its operation. */
    private static Optional<Known> stageOf(String key) {
        int space = key.indexOf(' ');
        return space < 0 ? Optional.empty() : Optional.of(new Known("stage", key.substring(0, space)));
    }

    private record Known(String field, String value) {}

    private static @Nullable Instant at(@Nullable Moment moment) {
        return moment == null ? null : moment.at();
    }
}
