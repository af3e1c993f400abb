package org.crossface.simulator;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The course of one patient, with the data that later phases need from earlier ones. */
final class Course {

    private final World world;
    private final Fate fate;
    private final String pathwayId;
    private final String patientId;
    private final LocalDate birthDate;
    private final String paralysed;
    private final String leg;
    private final History history;
    private String thigh;
    private Treatment treatment = Treatment.GRAFT;
    private double graftLengthCm;
    private LocalDate stageTwoDate = LocalDate.MAX;

    Course(World world, Fate fate, String pathwayId, String patientId, LocalDate birthDate, History history) {
        this.world = world;
        this.fate = fate;
        this.pathwayId = pathwayId;
        this.patientId = patientId;
        this.birthDate = birthDate;
        this.history = history;
        this.paralysed = world.oneOf(List.of("LEFT", "RIGHT"));
        this.leg = world.oneOf(List.of("LEFT", "RIGHT"));
        this.thigh = paralysed;
    }

    World world() {
        return world;
    }

    Fate fate() {
        return fate;
    }

    /** Whether an obstacle to the operation occurs, with this probability; never when the operation is certain. */
    boolean mishap(double probability) {
        return !fate.isCertain() && world.chance(probability);
    }

    String patientId() {
        return patientId;
    }

    LocalDate birthDate() {
        return birthDate;
    }

    int ageOn(LocalDate day) {
        return Period.between(birthDate, day).getYears();
    }

    String paralysed() {
        return paralysed;
    }

    String healthy() {
        return paralysed.equals("LEFT") ? "RIGHT" : "LEFT";
    }

    String leg() {
        return leg;
    }

    String thigh() {
        return thigh;
    }

    /** The thigh for a muscle after the first one was lost. */
    void takeOtherThigh() {
        thigh = thigh.equals("LEFT") ? "RIGHT" : "LEFT";
    }

    History history() {
        return history;
    }

    /** The treatment that is planned; until it is planned, the graft. */
    Treatment treatment() {
        return treatment;
    }

    void treatmentIs(Treatment planned) {
        treatment = planned;
    }

    double graftLengthCm() {
        return graftLengthCm;
    }

    void graftIs(double centimetres) {
        graftLengthCm = centimetres;
    }

    LocalDate stageTwoDate() {
        return stageTwoDate;
    }

    void stageTwoWasOn(LocalDate day) {
        stageTwoDate = day;
    }

    /** Plans an act of this patient's story. */
    void plan(OffsetDateTime when, Runnable act) {
        world.plan(when, act);
    }

    /** Plans a command that is expected to be accepted. */
    void plan(OffsetDateTime when, String user, String command, Object... fields) {
        world.plan(when, () -> now(when, user, command, fields));
    }

    /** Sends a command that is expected to be accepted, or plans it when it is still too early. */
    Answer now(OffsetDateTime when, String user, String command, Object... fields) {
        if (world.isFuture(when)) {
            plan(when, user, command, fields);
            return Answer.NONE_YET;
        }
        return world.expectAccepted(user, path(command), body(when, fields));
    }

    /** Sends a command that may be refused, or plans it when it is still too early. */
    Answer attempt(OffsetDateTime when, String user, String command, Object... fields) {
        if (world.isFuture(when)) {
            world.plan(when, () -> attempt(when, user, command, fields));
            return Answer.NONE_YET;
        }
        return world.send(user, path(command), body(when, fields));
    }

    /** Reads the pathway as it is now. */
    Answer read(String user) {
        return world.read(user, "/api/pathways/" + pathwayId);
    }

    private String path(String command) {
        return "/api/pathways/" + pathwayId + "/" + command;
    }

    private static Map<String, Object> body(OffsetDateTime when, Object... fields) {
        Map<String, Object> body = new HashMap<>();
        body.put("occurredAt", when.toString());
        for (int i = 0; i < fields.length; i += 2) {
            body.put((String) fields[i], fields[i + 1]);
        }
        return body;
    }
}
