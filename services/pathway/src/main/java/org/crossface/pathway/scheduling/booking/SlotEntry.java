package org.crossface.pathway.scheduling.booking;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.pathway.vocabulary.StageCommand;
import org.jspecify.annotations.Nullable;

/** What a coordinator enters of a theatre slot, when it is first booked and when it is moved. */
public interface SlotEntry extends StageCommand {
    OffsetDateTime startsAt();
    /** Minutes from incision to closure. */
    int estimatedMinutes();
    /** Minutes from closure to discharge; {@code null} for the usual time. */
    @Nullable
    Integer recoveryMinutes();

    @RefersTo(Referent.ROOM)
    String room();
    /** The accountable surgeon first. */
    @RefersTo(Referent.PRACTITIONER)
    List<String> surgeonIds();
}
