package org.crossface.pathway.patient.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossface.platform.api.Reservations;
import org.crossface.platform.api.Reservations.AlreadyReserved;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.api.decision.Grounds;
import org.crossface.platform.api.decision.Rule;
import org.crossface.platform.api.decision.Verdict;

/**
 * The keys of the persons that a surgery centre knows, reserved in the transaction of the registration: of two registrations of one person at the same
 * moment, one is refused. Each centre has keys of its own, since a centre is not told of patients of another (ADR 13).
 */
public final class PersonIndex {

    /** Identifies the rule that a person is registered once. */
    public static final String KNOWN = "REF-PERSON-KNOWN";

    /** How the name of each set of reservations begins that holds keys of name and birth date. */
    public static final String NAMES = "person-name ";

    private static final Rule ONCE =
            Rule.hard(KNOWN, "A surgery centre registers a person once.").on(Grounds.TAKEN);
    private static final String REMEDY =
            "Use the registration that is there, or name in differentFromIds the persons that it is not";

    /** Most persons with one name and birth date at one centre. */
    private static final int MOST = 20;

    private PersonIndex() {}

    /** The persons at a centre who have the name and birth date, or an identifier, in common with these keys. */
    public static Set<String> alike(PersonKeys keys, String siteId, Reservations reservations) {
        Set<String> found = new TreeSet<>(withName(keys, siteId, reservations).values());
        found.addAll(
                reservations.holders(identifiers(siteId), keys.identifiers()).values());
        return found;
    }

    /**
     * Refuses a second registration of a person.
     *
     * @param different persons of whom it was said that they are others
     * @throws CommandRefused {@value #KNOWN}
     */
    public static void requireNew(
            PersonKeys keys, String siteId, Collection<String> different, Reservations reservations) {
        Set<String> alike = new HashSet<>(alike(keys, siteId, reservations));
        alike.removeAll(different);
        if (!alike.isEmpty()) {
            throw known(alike.size());
        }
    }

    /**
     * Reserves the keys of a person at a centre. An identifier that another person has stays with that one.
     *
     * @throws CommandRefused {@value #KNOWN}, if somebody of the same name and birth date is registered at the same moment
     */
    public static void reserve(PersonKeys keys, String siteId, String patientId, Reservations reservations) {
        List<String> free = new ArrayList<>();
        free.add(free(keys.kept().getFirst(), siteId, patientId, reservations).orElseThrow(() -> known(MOST)));
        // Whoever asks for a month or a year that is full is asked about twenty others, and needs no further one.
        keys.kept().stream()
                .skip(1)
                .flatMap(key -> free(key, siteId, patientId, reservations).stream())
                .forEach(free::add);
        Map<String, String> others = new HashMap<>(reservations.holders(identifiers(siteId), keys.identifiers()));
        try {
            free.forEach(key -> reservations.reserve(names(siteId), key, patientId));
            keys.identifiers().stream()
                    .filter(key -> patientId.equals(others.getOrDefault(key, patientId)))
                    .forEach(key -> reservations.reserve(identifiers(siteId), key, patientId));
        } catch (AlreadyReserved e) {
            throw known(1);
        }
    }

    /** Gives the keys of a person at a centre back. */
    public static void release(String siteId, String patientId, Reservations reservations) {
        reservations.release(names(siteId), patientId);
        reservations.release(identifiers(siteId), patientId);
    }

    private static Map<String, String> withName(PersonKeys keys, String siteId, Reservations reservations) {
        return reservations.holders(
                names(siteId),
                keys.asked().stream().flatMap(PersonIndex::numbered).toList());
    }

    private static Optional<String> free(String key, String siteId, String patientId, Reservations reservations) {
        List<String> numbered = numbered(key).toList();
        Map<String, String> taken = reservations.holders(names(siteId), numbered);
        return numbered.stream()
                .filter(each -> patientId.equals(taken.getOrDefault(each, patientId)))
                .findFirst();
    }

    /** A key has one holder; so several persons with one name and birth date have numbered keys. */
    private static Stream<String> numbered(String key) {
        return IntStream.rangeClosed(1, MOST).mapToObj(number -> key + " " + number);
    }

    private static String names(String siteId) {
        return NAMES + siteId;
    }

    private static String identifiers(String siteId) {
        return "person-identifier " + siteId;
    }

    private static CommandRefused known(int number) {
        return new CommandRefused(List.of(new BrokenRule(
                ONCE,
                new Verdict.Refused(
                        null,
                        number == 1
                                ? "A person with this name and birth date, or with one of these identifiers, is registered"
                                : number
                                        + " persons with this name and birth date, or with one of these identifiers, are registered",
                        REMEDY,
                        null,
                        null))));
    }
}
