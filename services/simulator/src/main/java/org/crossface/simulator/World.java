package org.crossface.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** The state shared by all patients: steps, agenda, theatres, random numbers and counts. */
final class World {

    /** Zone of the surgery centre. */
    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    /** The operating rooms of the surgery centre. */
    static final List<String> ROOMS = List.of("OR-1", "OR-2", "OR-3");

    private final Steps steps;
    private final Agenda agenda;
    private final Theatres theatres;
    private final RandomGenerator random;
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final List<String> brokenOff = new ArrayList<>();
    private int accepted;
    private Instant now = Instant.MIN;

    World(Steps steps, Agenda agenda, Theatres theatres, RandomGenerator random) {
        this.steps = steps;
        this.agenda = agenda;
        this.theatres = theatres;
        this.random = random;
    }

    Theatres theatres() {
        return theatres;
    }

    int accepted() {
        return accepted;
    }

    /** How often each rule refused. */
    Map<String, Integer> refusals() {
        return refusals;
    }

    int refused() {
        return refusals.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Sets the time of the following steps. */
    void moveTo(Instant instant) {
        if (instant.isAfter(now)) {
            steps.reach(instant);
            now = instant;
        }
    }

    boolean isFuture(OffsetDateTime when) {
        return when.toInstant().isAfter(now);
    }

    void plan(OffsetDateTime when, Runnable act) {
        agenda.at(when.toInstant(), () -> carryOut(act));
    }

    /** Sends a command that is expected to be accepted. */
    Answer expectAccepted(String user, String path, Map<String, ?> body) {
        Answer answer = send(user, path, body);
        if (!answer.accepted()) {
            throw new UnexpectedRefusal(user + " " + path + " " + body + " -> " + answer);
        }
        return answer;
    }

    /** Sends a command that may be refused. */
    Answer send(String user, String path, Map<String, ?> body) {
        Answer answer = steps.post(user, path, body);
        if (answer.accepted()) {
            accepted++;
        } else {
            refusals.merge(answer.refusal(), 1, Integer::sum);
        }
        return answer;
    }

    /** Reads a resource. */
    Answer read(String user, String path) {
        return steps.get(user, path);
    }

    /** Sends a referral as another system would. */
    Answer refer(String user, String bundle) {
        return steps.postFhir(user, "/api/referrals?site=site-bayview", bundle);
    }

    /** Carries out an act. An unexpected refusal ends the story of its patient; the others continue. */
    void carryOut(Runnable act) {
        try {
            act.run();
        } catch (UnexpectedRefusal e) {
            brokenOff.add(String.valueOf(e.getMessage()));
        }
    }

    /** The places where stories ended early. */
    List<String> brokenOff() {
        return brokenOff;
    }

    /** True with this probability. */
    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number between two bounds, both inclusive. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /** A normally distributed number, kept within bounds and rounded to a step. */
    double normal(double mean, double deviation, double low, double high, double step) {
        double drawn = Math.clamp(random.nextGaussian(mean, deviation), low, high);
        return Math.round(Math.round(drawn / step) * step * 100.0) / 100.0;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    static OffsetDateTime at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toOffsetDateTime();
    }

    static OffsetDateTime at(LocalDate day, String time) {
        return at(day, LocalTime.parse(time));
    }

    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** An unexpected refusal: either the story or the server is wrong. */
    static final class UnexpectedRefusal extends RuntimeException {

        UnexpectedRefusal(String message) {
            super(message);
        }
    }
}
