package org.crossface.pathway.scheduling.events;

import java.util.List;
import java.util.Map;
import org.crossface.platform.api.Upcaster;
import org.jspecify.annotations.Nullable;

/** Revision 2 of reserved equipment names registered devices; at revision 1 devices were typed, and their names stay. */
final class EquipmentByName implements Upcaster {

    @Override
    public void upcast(Map<String, @Nullable Object> content) {
        content.put("devices", List.of());
    }
}
