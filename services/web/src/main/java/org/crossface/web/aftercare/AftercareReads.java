package org.crossface.web.aftercare;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.crossface.coordination.aftercare.AftercareList;
import org.crossface.coordination.aftercare.CareArea;
import org.crossface.coordination.record.PathwayStates;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.followup.calendar.ContactWindow;
import org.crossface.pathway.patient.identity.KnownPersons;
import org.crossface.pathway.patient.identity.PersonDetails;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.reference.ReferenceData.CareFacility;
import org.crossface.web.aftercare.AftercareNow.Call;
import org.crossface.web.aftercare.AftercareNow.Flag;
import org.crossface.web.aftercare.AftercareNow.InFacility;
import org.crossface.web.aftercare.AftercareNow.Task;

/**
 * What after-care has to do now, at the centres that the reader sees. The view finds the patients; what has to be done follows from the same
 * timetable as on the board, in lateness and in deadlines. A phone number is read from the person's own stream, inside the gate, and kept nowhere.
 */
public final class AftercareReads {

    /** Name of the resource in the access log. */
    public static final String RESOURCE = "clinical/aftercare";

    private final AftercareList list;
    private final PathwayStates states;
    private final KnownPersons persons;
    private final ReferenceData reference;
    private final CommandCatalogue catalogue;
    private final Policies policies;
    private final ReadGate gate;
    private final Clock clock;

    /** @param clock domain time */
    public AftercareReads(
            AftercareList list,
            PathwayStates states,
            KnownPersons persons,
            ReferenceData reference,
            CommandCatalogue catalogue,
            Policies policies,
            ReadGate gate,
            Clock clock) {
        this.list = list;
        this.states = states;
        this.persons = persons;
        this.reference = reference;
        this.catalogue = catalogue;
        this.policies = policies;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * What has to be done now.
     *
     * @param purpose of the read
     */
    public AftercareNow now(CurrentActor actor, String purpose) {
        Instant now = clock.instant();
        Policy policy = policies.inForceAt(now);
        List<CareOfPathway.Needed> all = gate.showVisible(
                actor,
                RESOURCE,
                purpose,
                () -> list.at(now, actor.siteFilter()).stream()
                        .flatMap(row -> states
                                .stateOf(row.pathwayId())
                                .map(state -> new CareOfPathway(
                                                row,
                                                state,
                                                policy,
                                                now,
                                                actor.role(),
                                                catalogue,
                                                this::details,
                                                this::facility)
                                        .needed())
                                .filter(needed -> !needed.isEmpty())
                                .map(needed -> Shown.of(needed, row.patientId(), row.siteId()))
                                .stream())
                        .toList());
        return new AftercareNow(
                now,
                ContactWindow.of(policy),
                sorted(all.stream().flatMap(each -> each.flags().stream()), Flag::task),
                sorted(all.stream().flatMap(each -> each.calls().stream()), Call::task),
                tasks(all, CareArea.FLAP_CHECKS),
                tasks(all, CareArea.WOUNDS),
                tasks(all, CareArea.SURVEILLANCE),
                all.stream()
                        .flatMap(each -> each.inFacility().stream())
                        .sorted(comparing(InFacility::since))
                        .toList());
    }

    /** As the person's own stream tells it now. */
    private Optional<PersonDetails> details(String patientId) {
        return persons.details(patientId);
    }

    private String facility(String facilityId) {
        return reference.facility(facilityId).map(CareFacility::name).orElse(facilityId);
    }

    private static List<Task> tasks(List<CareOfPathway.Needed> all, CareArea area) {
        return sorted(
                all.stream()
                        .flatMap(each -> each.tasks().stream())
                        .filter(each -> each.area() == area)
                        .map(CareOfPathway.Placed::task),
                task -> task);
    }

    private static <T> List<T> sorted(Stream<T> lines, Function<T, Task> task) {
        return lines.sorted(comparing((T line) -> task.apply(line).due(), nullsLast(naturalOrder()))
                        .thenComparing(line -> task.apply(line).patient().number()))
                .toList();
    }
}
