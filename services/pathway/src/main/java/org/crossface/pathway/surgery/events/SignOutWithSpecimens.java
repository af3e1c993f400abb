package org.crossface.pathway.surgery.events;

import java.util.Map;
import org.crossface.platform.api.Upcaster;
import org.jspecify.annotations.Nullable;

/** Revision 3 of the sign-out names the specimens; before, only whether they were labelled was asked. */
final class SignOutWithSpecimens implements Upcaster {

    @Override
    public void upcast(Map<String, @Nullable Object> content) {
        content.put("specimens", null);
    }
}
