package org.crossface.pathway.reference.registration;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.reference.ReferenceData.CareFacility;
import org.crossface.pathway.reference.ReferenceData.PrivilegedPractitioner;
import org.crossface.pathway.reference.ReferenceData.SurgicalDevice;
import org.crossface.pathway.reference.ReferenceData.SurgicalSite;

/** All sites, practitioners, after-care facilities and devices, to choose from. */
public final class StandingData {

    private final Function<String, List<String>> streams;
    private final ReferenceData reference;

    /** @param streams gives the identifiers of all streams whose aggregate's class has this simple name */
    public StandingData(Function<String, List<String>> streams, ReferenceData reference) {
        this.streams = streams;
        this.reference = reference;
    }

    public List<SurgicalSite> sites() {
        return all(Site.class, reference::site);
    }

    public List<PrivilegedPractitioner> practitioners() {
        return all(Practitioner.class, reference::practitioner);
    }

    public List<CareFacility> facilities() {
        return all(AftercareFacility.class, reference::facility);
    }

    /** Retired ones included. */
    public List<SurgicalDevice> devices() {
        return all(TheatreDevice.class, reference::device);
    }

    private <T> List<T> all(Class<?> aggregate, Function<String, Optional<T>> find) {
        return streams.apply(aggregate.getSimpleName()).stream()
                .map(find)
                .flatMap(Optional::stream)
                .toList();
    }
}
