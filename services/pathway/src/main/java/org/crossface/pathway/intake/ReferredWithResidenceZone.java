package org.crossface.pathway.intake;

import java.util.Map;
import org.crossface.platform.api.Upcaster;
import org.jspecify.annotations.Nullable;

/** Revision 2 of the referral did not say where the patient lives; such a patient is taken to live in the zone of the surgery centre. */
final class ReferredWithResidenceZone implements Upcaster {

    @Override
    public void upcast(Map<String, @Nullable Object> content) {
        content.put("residenceZone", null);
    }
}
