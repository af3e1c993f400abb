package org.crossface.pathway.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crossface.pathway.ModuleClasses;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.intake.PathwayAssignedToPerson;
import org.crossface.pathway.oversight.FactContradicted;
import org.crossface.pathway.oversight.LateEntryExplained;
import org.crossface.pathway.oversight.OverrideUsed;
import org.crossface.pathway.oversight.PatientDied;
import org.crossface.pathway.oversight.RecordCorrected;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.oversight.interruption.RecordPatientDeath;
import org.crossface.pathway.patient.BirthDateCorrected;
import org.crossface.pathway.patient.DeathRecorded;
import org.crossface.pathway.patient.DeathRetracted;
import org.crossface.pathway.patient.PersonsLinked;
import org.crossface.pathway.patient.PersonsUnlinked;
import org.crossface.pathway.patient.SubjectErased;
import org.crossface.pathway.patient.registration.CorrectBirthDate;
import org.crossface.pathway.patient.registration.EraseSubject;
import org.crossface.pathway.patient.registration.LinkPersons;
import org.crossface.pathway.patient.registration.RecordDeath;
import org.crossface.pathway.patient.registration.RetractDeath;
import org.crossface.pathway.patient.registration.UnlinkPersons;
import org.crossface.platform.api.EventName;

/** Which events each command records, as its handler makes them; what every late entry and every end of a pathway adds is left out. */
final class EventNamesOfCommands {

    /** What the commands of a person record: their handler has the person and the pathways do it, in one unit of work. */
    private static final Map<Class<?>, List<Class<? extends Record>>> OF_PERSONS = Map.of(
            RecordDeath.class, List.of(DeathRecorded.class, PatientDied.class),
            RecordPatientDeath.class, List.of(PatientDied.class, DeathRecorded.class),
            RetractDeath.class, List.of(DeathRetracted.class, RecordRetracted.class),
            CorrectBirthDate.class, List.of(BirthDateCorrected.class, RecordCorrected.class),
            LinkPersons.class, List.of(PersonsLinked.class, PathwayAssignedToPerson.class),
            UnlinkPersons.class, List.of(PersonsUnlinked.class, PathwayAssignedToPerson.class),
            EraseSubject.class, List.of(SubjectErased.class, PersonsUnlinked.class));

    /** What goes with the facts of many commands. */
    static final Map<Class<?>, String> WITH_MANY = Map.of(
            LateEntryExplained.class, "every command that tells of something late (INV-61)",
            OverrideUsed.class, "every command that an override let pass",
            FactContradicted.class, "every correction and retraction that takes the footing from a later fact (A-01)");

    private final Map<String, Class<? extends Record>> events = ModuleClasses.events().stream()
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity(), (one, other) -> one, TreeMap::new));
    private final Map<Class<?>, List<Class<? extends Record>>> byCommand = new HashMap<>();
    private final Map<Class<?>, Set<String>> byEvent = new HashMap<>();

    EventNamesOfCommands(Sources sources) {
        for (CommandSpec spec : CommandCatalogue.read().all()) {
            List<Class<? extends Record>> made = OF_PERSONS.containsKey(spec.type())
                    ? OF_PERSONS.get(spec.type())
                    : sources.madeFor(spec.type()).stream()
                            .filter(events::containsKey)
                            .<Class<? extends Record>>map(events::get)
                            .toList();
            byCommand.put(spec.type(), made);
            made.forEach(event ->
                    byEvent.computeIfAbsent(event, each -> new TreeSet<>()).add(spec.title()));
        }
    }

    /** The classes of the events that it may record. */
    List<Class<? extends Record>> classesOf(Class<?> command) {
        return byCommand.getOrDefault(command, List.of());
    }

    /** Their names, as they are stored. */
    List<String> of(Class<?> command) {
        return classesOf(command).stream().map(EventNamesOfCommands::stored).toList();
    }

    /** The titles of the commands that may record it. */
    Set<String> recording(Class<?> event) {
        return byEvent.getOrDefault(event, Set.of());
    }

    /** The name under which an event is stored. */
    static String stored(Class<?> event) {
        return event.getAnnotation(EventName.class).value();
    }
}
