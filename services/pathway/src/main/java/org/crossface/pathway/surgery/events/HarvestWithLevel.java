package org.crossface.pathway.surgery.events;

import java.util.Map;
import org.crossface.platform.api.Upcaster;
import org.jspecify.annotations.Nullable;

/** Revision 2 of the harvest says how much of the sural nerve was taken; at revision 1 nobody was asked. */
final class HarvestWithLevel implements Upcaster {

    @Override
    public void upcast(Map<String, @Nullable Object> content) {
        content.put("level", null);
    }
}
