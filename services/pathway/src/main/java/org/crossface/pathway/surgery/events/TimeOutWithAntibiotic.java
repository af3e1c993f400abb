package org.crossface.pathway.surgery.events;

import java.util.Map;
import org.crossface.platform.api.Upcaster;
import org.jspecify.annotations.Nullable;

/** Revision 2 of the time-out names the antibiotic with its dose and what was missing; at revision 1 nobody was asked. */
final class TimeOutWithAntibiotic implements Upcaster {

    @Override
    public void upcast(Map<String, @Nullable Object> content) {
        content.put("antibiotic", null);
        content.put("antibioticDose", null);
        content.put("equipmentMissing", null);
    }
}
