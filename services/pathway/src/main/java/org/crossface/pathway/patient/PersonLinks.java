package org.crossface.pathway.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The registered persons who are one with a person, as the person's own facts say. One of them is the main one and points to all others, so
 * that no chain has to be followed.
 *
 * @param main the main one, when it is another; {@code null} for a person who is not linked, or is the main one
 * @param linked of the main one: the others
 */
public record PersonLinks(@Nullable String main, Set<String> linked) {

    /** Of a person who is linked with nobody. */
    public static final PersonLinks NONE = new PersonLinks(null, Set.of());

    public PersonLinks {
        linked = Set.copyOf(linked);
    }

    /** Whether the person is linked with nobody. */
    public boolean isEmpty() {
        return main == null && linked.isEmpty();
    }

    /** The main one of those who are one with this person. */
    public String mainOf(String patientId) {
        return main == null ? patientId : main;
    }

    /** Of a main one: itself and all others, in the order of their identifiers behind it. */
    public List<String> with(String mainPatientId) {
        List<String> all = new ArrayList<>(List.of(mainPatientId));
        all.addAll(new TreeSet<>(linked));
        return all;
    }

    /** These after one more fact. */
    public PersonLinks after(PatientEvent event) {
        return switch (event) {
            case PersonsLinked link
            when link.mainPatientId().equals(link.patientId()) -> {
                Set<String> more = new TreeSet<>(linked);
                more.add(link.otherPatientId());
                yield new PersonLinks(main, more);
            }
            case PersonsLinked link -> new PersonLinks(link.mainPatientId(), linked);
            case PersonsUnlinked link -> {
                Set<String> fewer = new TreeSet<>(linked);
                fewer.remove(link.otherPatientId());
                yield new PersonLinks(link.otherPatientId().equals(main) ? null : main, fewer);
            }
            default -> this;
        };
    }
}
