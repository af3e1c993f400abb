package org.crossface.simulator;

import static org.crossface.simulator.Staff.COORDINATOR;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sixty synthetic people whose referrals arrive over forty months. */
final class Cohort {

    /** Bundles are numbered 001, 003, ... 119. */
    private static final int LAST_NUMBER = 119;

    private static final Set<Integer> STAGE_ONE_ON_LAST_DAY = Set.of(13, 25, 40, 52);
    private static final int STAGE_TWO_ON_LAST_DAY = 18;
    private static final Set<Integer> RETURNS_TO_THEATRE = Set.of(22, 57);
    private static final int SECOND_FLAP = 2;

    private final World world;
    private final LocalDate first;
    private final LocalDate last;
    private final List<String> refusedBundles = new ArrayList<>();
    private int referred;

    Cohort(World world, LocalDate first, LocalDate last) {
        this.world = world;
        this.first = first;
        this.last = last;
    }

    /** Plans the arrival of all referrals. */
    void plan() {
        int people = (LAST_NUMBER + 1) / 2;
        for (int i = 0; i < people; i++) {
            String name = String.format("referral-%03d.json", 2 * i + 1);
            LocalDate day = arrival(i, people);
            OffsetDateTime when = World.at(day, "09:00").plusMinutes(i);
            Fate fate = fate(i);
            world.plan(when, () -> refer(name, day, fate));
        }
    }

    int referred() {
        return referred;
    }

    /** Bundles that the server refused, with its reason. */
    List<String> refusedBundles() {
        return refusedBundles;
    }

    /** The patients of the last day's list, and those with a return or a second muscle, are adults of working age; the latter arrive early. The other fates are spread over all patients. */
    private static Fate fate(int index) {
        if (index == STAGE_TWO_ON_LAST_DAY) {
            return Fate.STAGE_TWO_ON_LAST_DAY;
        }
        if (STAGE_ONE_ON_LAST_DAY.contains(index)) {
            return Fate.STAGE_ONE_ON_LAST_DAY;
        }
        if (index == SECOND_FLAP) {
            return Fate.SECOND_FLAP;
        }
        if (RETURNS_TO_THEATRE.contains(index)) {
            return Fate.RETURNS_TO_THEATRE;
        }
        return index % 12 == 11 ? Fate.NEWCOMER : Fate.OPEN;
    }

    /**
     * Spreads the arrivals so that every phase has patients at the end. Of the patients with an open fate, every fifth arrives in the first
     * ten weeks and may have completed the pathway, every sixth in the last eight, the others evenly between.
     */
    private LocalDate arrival(int index, int people) {
        return switch (fate(index)) {
            case NEWCOMER -> Weekdays.onOrAfter(last.minusDays(index / 12));
            case STAGE_ONE_ON_LAST_DAY -> Weekdays.onOrAfter(last.minusDays(92));
            case STAGE_TWO_ON_LAST_DAY -> Weekdays.onOrAfter(last.minusDays(440));
            case OPEN, RETURNS_TO_THEATRE, SECOND_FLAP -> anyArrival(index, people);
        };
    }

    private LocalDate anyArrival(int index, int people) {
        long days = ChronoUnit.DAYS.between(first, last);
        if (index % 5 == 2) {
            return Weekdays.onOrAfter(first.plusDays(world.between(1, 70)));
        }
        if (index % 6 == 4) {
            return Weekdays.onOrAfter(last.minusDays(world.between(4, 56)));
        }
        return Weekdays.onOrAfter(first.plusDays(40 + (days - 110) * index / people));
    }

    private void refer(String name, LocalDate day, Fate fate) {
        String bundle = resource(name);
        Answer answer = world.refer(COORDINATOR, bundle);
        if (!answer.accepted()) {
            refusedBundles.add(name + ": " + answer.body());
            return;
        }
        referred++;
        String pathwayId = answer.body().path("pathwayId").asString();
        String patientId = answer.body().path("patientId").asString();
        JsonNode person = person(bundle);
        LocalDate birthDate = LocalDate.parse(person.path("birthDate").asString());
        boolean female = person.path("gender").asString().equals("female");
        History history = new History(world, female, birthDate, day);
        Course course = new Course(world, fate, pathwayId, patientId, birthDate, history);
        if (Period.between(birthDate, day).getYears() < 18) {
            nameRepresentative(patientId, day);
        }
        if (fate == Fate.NEWCOMER) {
            course.attempt(World.at(day, "11:40"), COORDINATOR, "claim-task", "task", "T-01");
            new Evaluation(course).call(last.plusDays(1), last.plusDays(world.between(6, 26)));
        } else {
            new Evaluation(course).follow(day);
        }
    }

    private void nameRepresentative(String patientId, LocalDate day) {
        OffsetDateTime when = World.at(day, "10:30");
        world.plan(
                when,
                () -> world.expectAccepted(
                        COORDINATOR,
                        "/api/patients/" + patientId + "/name-representative",
                        Map.of(
                                "occurredAt",
                                when.toString(),
                                "name",
                                "Parent of the patient",
                                "relation",
                                "PARENT",
                                "phone",
                                "555-0101")));
    }

    private static JsonNode person(String bundle) {
        for (JsonNode entry : JsonMapper.shared().readTree(bundle).path("entry")) {
            JsonNode resource = entry.path("resource");
            if (resource.path("resourceType").asString().equals("Patient")) {
                return resource;
            }
        }
        throw new IllegalStateException("A bundle without a Patient was accepted");
    }

    private static String resource(String name) {
        try (InputStream in = Cohort.class.getResourceAsStream("/referrals/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The referral " + name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
