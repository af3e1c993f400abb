package org.crossface.server.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.crossface.pathway.adjunct.Adjuncts;
import org.crossface.pathway.aftercare.events.ComplicationRecorded;
import org.crossface.pathway.aftercare.events.RedFlagRaised;
import org.crossface.pathway.consent.MediaCaptured;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.oversight.Concern;
import org.crossface.pathway.oversight.Contradiction;
import org.crossface.pathway.oversight.Oversight;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.story.Step;
import org.crossface.pathway.surgery.MuscleFlap;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.NeedsSecondPerson;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Referent;
import org.jspecify.annotations.Nullable;

/** One pathway of the model: the story that it follows for a while, and what was recorded of it. */
final class ModelPathway {

    private static final int MOST_STRAYED = 5;

    final String pathwayId;
    final String patientId;
    final String number;
    final String room;
    final FaceSide paralysed;

    /** Whether nothing is sent in between that would keep the story from going on. */
    final boolean steady;

    /** The walk that it takes; {@code null} for one that follows the textbook. */
    final Walks.@Nullable Walk walk;

    /** What is still to be played of the story, in order. */
    final Deque<Step> story;

    /** What the model wants to send next, such as a command again for which a rule was just overridden. */
    final Deque<Attempt> planned = new ArrayDeque<>();

    final List<Recorded> recorded = new ArrayList<>();
    private final PathwayRecord record = new PathwayRecord();

    /** How many moves are left of those beside the story. */
    int movesLeft;

    private int checkedAt;
    private int strayed;

    ModelPathway(
            String pathwayId,
            String patientId,
            String number,
            String room,
            FaceSide paralysed,
            boolean steady,
            Walks.@Nullable Walk walk,
            List<Step> story,
            int movesLeft) {
        this.pathwayId = pathwayId;
        this.patientId = patientId;
        this.number = number;
        this.room = room;
        this.paralysed = paralysed;
        this.steady = steady;
        this.walk = walk;
        this.story = new ArrayDeque<>(story);
        this.movesLeft = movesLeft;
    }

    void add(Recorded fact) {
        recorded.add(fact);
        record.evolve(fact.fact(), fact.actor(), fact.now());
    }

    PathwayState state() {
        return record.state();
    }

    List<PathwayEvent> facts() {
        return recorded.stream().map(Recorded::fact).toList();
    }

    /** How many facts there were when it was checked last. */
    int checkedAt() {
        return checkedAt;
    }

    void checked() {
        checkedAt = recorded.size();
    }

    /** Notes whether a step of the story came to what it tells; after some that did not, the story is left. */
    void follows(boolean asTold) {
        strayed = asTold ? 0 : strayed + 1;
        if (strayed > MOST_STRAYED) {
            story.clear();
        }
    }

    /** What was recorded, one fact in each line, for the report of a failure. */
    String told() {
        return recorded.stream()
                .map(each -> "%s%s %s by %s: %s"
                        .formatted(
                                each.entered() ? "" : "  ",
                                each.now(),
                                Coverage.nameOf(each.fact().getClass()),
                                each.actor(),
                                each.fact()))
                .collect(Collectors.joining("\n", pathwayId + " was told:\n", "\n"));
    }

    /** Whether the referral is on record. */
    boolean isOpen() {
        return !recorded.isEmpty();
    }

    /** What of this pathway can be named, the likeliest last; empty where the answer lies elsewhere. */
    List<String> named(Referent referent) {
        return switch (referent) {
            case OPERATION ->
                state().schedule().cases().stream().map(SurgicalCase::caseId).toList();
            case FLAP -> state().flaps().all().stream().map(MuscleFlap::flapId).toList();
            case FACT -> facts().stream().map(PathwayEvent::factId).toList();
            case CONTRADICTION ->
                state().oversight().contradictions().stream()
                        .map(Contradiction::contradictionId)
                        .toList();
            case CONCERN ->
                state().oversight().concerns().stream().map(Concern::concernId).toList();
            case TASK ->
                Timetable.of(state(), Policy.defaults()).work().stream()
                        .map(OpenTask::name)
                        .toList();
            case OVERRIDE ->
                state().oversight().unreviewed().stream()
                        .map(Oversight.Unreviewed::factId)
                        .toList();
            case WAITING_FACT ->
                state().waiting().stream().map(NeedsSecondPerson::factId).toList();
            case RED_FLAG -> of(RedFlagRaised.class);
            case MEDIA -> of(MediaCaptured.class);
            case PLANNED_ADJUNCT ->
                state().adjuncts().open().stream()
                        .map(Adjuncts.Adjunct::adjunctId)
                        .toList();
            case IMPLANT ->
                state().adjuncts().implanted().stream()
                        .map(Adjuncts.Adjunct::adjunctId)
                        .toList();
            case COMPLICATION -> of(ComplicationRecorded.class);
            case PRACTITIONER,
                    FACILITY,
                    DEVICE,
                    ROOM,
                    SITE,
                    OWN_SITE,
                    OTHER_SITE,
                    SHARED_SITE,
                    OTHER_PERSON,
                    LINKED_PERSON,
                    TIME_ZONE -> List.of();
        };
    }

    /** The identifiers of the facts of a stored name. */
    List<String> idsOf(String event) {
        return facts().stream()
                .filter(fact -> Coverage.nameOf(fact.getClass()).equals(event))
                .map(PathwayEvent::factId)
                .toList();
    }

    private List<String> of(Class<? extends PathwayEvent> type) {
        return facts().stream()
                .filter(type::isInstance)
                .map(PathwayEvent::factId)
                .toList();
    }

    @Override
    public String toString() {
        return pathwayId + " (" + state().phase() + ", " + recorded.size() + " facts)";
    }
}
