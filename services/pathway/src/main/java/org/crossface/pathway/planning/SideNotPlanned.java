package org.crossface.pathway.planning;

import java.util.Map;
import org.crossface.platform.api.Upcaster;
import org.jspecify.annotations.Nullable;

/** Revision 1 of a plan did not name the side of the muscle; with both sides paralysed it was that of the consent. */
final class SideNotPlanned implements Upcaster {

    @Override
    public void upcast(Map<String, @Nullable Object> content) {
        content.put("faceSide", null);
    }
}
