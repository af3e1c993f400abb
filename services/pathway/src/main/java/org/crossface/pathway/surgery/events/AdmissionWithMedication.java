package org.crossface.pathway.surgery.events;

import java.util.Map;
import org.crossface.platform.api.Upcaster;
import org.jspecify.annotations.Nullable;

/** Revision 2 of the admission says whether the medication was confirmed; at revision 1 nobody was asked. */
final class AdmissionWithMedication implements Upcaster {

    @Override
    public void upcast(Map<String, @Nullable Object> content) {
        content.put("medicationConfirmed", null);
    }
}
