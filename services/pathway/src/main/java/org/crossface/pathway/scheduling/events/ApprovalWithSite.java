package org.crossface.pathway.scheduling.events;

import java.util.Map;
import org.crossface.platform.api.Upcaster;
import org.jspecify.annotations.Nullable;

/** Revision 2 of an approval says which surgery centre it names; at revision 1 nobody was asked, so that it counts as naming none. */
final class ApprovalWithSite implements Upcaster {

    @Override
    public void upcast(Map<String, @Nullable Object> content) {
        content.put("coveredSiteId", null);
    }
}
