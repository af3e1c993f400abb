package org.crossface.pathway.recovery.events;

import java.util.Map;
import org.crossface.platform.api.Upcaster;
import org.jspecify.annotations.Nullable;

/** Revision 1 of the return to theatre named neither room nor surgeons nor an estimated time; nobody was asked. */
final class ReturnWithTeam implements Upcaster {

    @Override
    public void upcast(Map<String, @Nullable Object> content) {
        content.put("room", null);
        content.put("surgeonIds", null);
        content.put("estimatedMinutes", null);
    }
}
