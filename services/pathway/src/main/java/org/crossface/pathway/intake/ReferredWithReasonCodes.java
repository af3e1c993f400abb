package org.crossface.pathway.intake;

import java.util.Map;
import org.crossface.platform.api.Upcaster;
import org.jspecify.annotations.Nullable;

/** Revision 1 of the referral kept the words of its reasons alone; revision 2 keeps their codes, too. */
final class ReferredWithReasonCodes implements Upcaster {

    @Override
    public void upcast(Map<String, @Nullable Object> content) {
        content.put("reasonCodes", null);
    }
}
