package org.crossface.pathway.recovery.events;

import java.util.Map;
import org.crossface.platform.api.Upcaster;
import org.jspecify.annotations.Nullable;

/** Revision 2 of the plan of the flap's monitoring names the anticoagulation; at revision 1 nobody was asked. */
final class PlanWithAnticoagulation implements Upcaster {

    @Override
    public void upcast(Map<String, @Nullable Object> content) {
        content.put("anticoagulation", null);
    }
}
