package org.crossface.pathway.neurotization;

import java.util.Map;
import org.crossface.platform.api.Upcaster;
import org.jspecify.annotations.Nullable;

/** Revision 1 did not say whether the length of the graft was known; the fold computes it from the graft. */
final class LengthTakenAsKnown implements Upcaster {

    @Override
    public void upcast(Map<String, @Nullable Object> content) {
        content.put("lengthUnknown", false);
    }
}
