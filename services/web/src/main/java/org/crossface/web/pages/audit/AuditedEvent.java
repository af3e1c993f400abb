package org.crossface.web.pages.audit;

import java.time.Instant;
import java.util.regex.Pattern;
import org.crossface.audit.history.RawEvent;
import org.crossface.coordination.record.RecordedFact;
import org.crossface.coordination.story.EventWords;
import org.crossface.web.pages.patient.Staff;
import org.jspecify.annotations.Nullable;

/**
 * An event in words and as it is stored.
 *
 * @param occurredAt {@code null} if the event is no fact of the pathway
 * @param sentence title and detail of the fact; the event's logical name if it is no fact of the pathway
 * @param envelopes how many values of the payload are encrypted
 */
record AuditedEvent(
        RawEvent raw, @Nullable Instant occurredAt, String actor, String role, String sentence, int envelopes) {

    private static final String ENVELOPE = "\"$p\":";

    static AuditedEvent of(RawEvent raw, @Nullable RecordedFact fact, Staff staff) {
        int envelopes = raw.payload().split(Pattern.quote(ENVELOPE), -1).length - 1;
        if (fact == null) {
            return new AuditedEvent(raw, null, "", "", raw.type(), envelopes);
        }
        String detail = EventWords.detail(fact.fact());
        return new AuditedEvent(
                raw,
                fact.fact().occurredAt().toInstant(),
                staff.name(fact.actor()),
                Staff.role(fact.role()),
                EventWords.title(fact.fact()) + (detail.isEmpty() ? "" : ", " + detail),
                envelopes);
    }
}
