package org.crossface.audit.replay;

import org.jspecify.annotations.Nullable;

/**
 * An event for which no row could be computed. The later events of its patient were left out, as they are in the serving views.
 *
 * @param patient opaque identifier; {@code null} for an event that names none
 * @param stream identifier of its pathway, or of the patient's own stream
 * @param position of the event in the store
 * @param event logical name, such as {@code surgery.stage-one-completed}
 * @param reason why, without any value of the event
 */
public record Unprojectable(@Nullable String patient, String stream, long position, String event, String reason) {

    @Override
    public String toString() {
        return "position %d, %s of %s, patient %s: %s"
                .formatted(position, event, stream, patient == null ? "none" : patient, reason);
    }
}
