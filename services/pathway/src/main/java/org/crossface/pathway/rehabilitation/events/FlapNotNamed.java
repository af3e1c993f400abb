package org.crossface.pathway.rehabilitation.events;

import java.util.Map;
import org.crossface.platform.api.Upcaster;
import org.jspecify.annotations.Nullable;

/** Revision 1 of these facts did not say which muscle it is about: there was one at a time. Revision 2 says it in {@code flapId}. */
final class FlapNotNamed implements Upcaster {

    @Override
    public void upcast(Map<String, @Nullable Object> content) {
        content.put("flapId", null);
    }
}
