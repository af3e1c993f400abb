package org.crossface.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A server that accepts every step once, answers its repetition as before, and can be told to die. */
final class StandIn implements Api {

    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, Step> steps = new HashMap<>();
    private final List<Taken> taken = new ArrayList<>();
    private Instant clock;
    private int stepsToLive = Integer.MAX_VALUE;
    private boolean losesItsLastAnswer;

    StandIn(Instant clock) {
        this.clock = clock;
    }

    /** A step that had an effect, and when. */
    record Taken(Instant at, Step step) {

        /** The name of the command, which is the last part of the path. */
        String command() {
            return step.path().substring(step.path().lastIndexOf('/') + 1);
        }

        /** The pathway, if the step belongs to one. */
        Optional<String> pathway() {
            String[] parts = step.path().split("/", -1);
            return parts[2].equals("pathways") ? Optional.of(parts[3]) : Optional.empty();
        }

        String text(String field) {
            return JsonMapper.shared().readTree(step.body()).path(field).asString("");
        }
    }

    /** Everything that had an effect, in its order. */
    List<Taken> taken() {
        return taken;
    }

    /** Dies at a step, before or after that took effect. */
    void dieAfter(int steps, boolean withAnEffect) {
        stepsToLive = steps;
        losesItsLastAnswer = withAnEffect;
    }

    @Override
    public Answer send(Step step) {
        if (stepsToLive-- > 0) {
            return effect(step);
        }
        if (losesItsLastAnswer) {
            effect(step);
        }
        throw new ServerGone("killed");
    }

    private Answer effect(Step step) {
        Step before = steps.putIfAbsent(step.key(), step);
        if (before != null && !before.equals(step)) {
            throw new AssertionError("The key of " + before + " came again with " + step);
        }
        return answers.computeIfAbsent(step.key(), key -> {
            taken.add(new Taken(clock, step));
            ObjectNode body = JsonMapper.shared().createObjectNode();
            body.put("pathwayId", "pathway-" + taken.size());
            body.put("patientId", "patient-" + taken.size());
            body.put("caseId", "case-" + taken.size());
            body.putArray("factIds").add("fact-" + taken.size());
            return new Answer(201, body);
        });
    }

    @Override
    public void moveClock(Instant instant) {
        clock = instant.isAfter(clock) ? instant : clock;
    }

    @Override
    public Instant clock() {
        return clock;
    }
}
