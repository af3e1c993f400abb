package org.crossface.pathway.surgery.events;

import java.util.Map;
import org.crossface.platform.api.Upcaster;
import org.jspecify.annotations.Nullable;

/** Revision 1 of the attestation did not ask from which leg the other centre had taken the nerve. */
final class LegNotNamed implements Upcaster {

    @Override
    public void upcast(Map<String, @Nullable Object> content) {
        content.put("legSide", null);
    }
}
