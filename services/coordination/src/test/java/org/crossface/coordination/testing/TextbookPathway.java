package org.crossface.coordination.testing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.crossface.pathway.story.PathwayInMemory;
import org.crossface.pathway.story.WrittenStory;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;

/** The facts of story SC-01, for tests that need no more than facts; they come from playing {@code stories/sc-01.txt} to the aggregate. */
public final class TextbookPathway {

    /** Zone of the surgery centre. */
    public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private static final WrittenStory STORY = WrittenStory.textbook();

    /** What was played before, since playing takes its 80 ms and some tests ask for the same facts again and again. */
    private static final Map<Patient, List<PathwayEvent>> PLAYED = new ConcurrentHashMap<>();

    private record Patient(String pathwayId, String number, FaceSide side, LocalDate stageOne, String room) {}

    private TextbookPathway() {}

    /** Every fact from the referral to the completion, in the order of time, for a first operation on this day and in this room. */
    public static List<PathwayEvent> facts(
            String pathwayId, String number, FaceSide side, LocalDate stageOne, String room) {
        return PLAYED.computeIfAbsent(
                new Patient(pathwayId, number, side, stageOne, room),
                patient -> new PathwayInMemory(pathwayId, number, room)
                        .play(STORY.steps(side, stageOne))
                        .facts());
    }
}
