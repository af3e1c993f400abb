package org.crossface.web.admission;

import java.util.List;
import org.springframework.http.MediaType;

/** The kind of body that an operation takes. */
enum Body {
    /** None; a body that is sent is not read. */
    NONE,
    /** JSON, parsed here. */
    JSON,
    /** A FHIR bundle, parsed by the intake of referrals. */
    FHIR,
    /** The fields of a form. */
    FORM,
    /** The fields and files of a form. */
    FILES;

    /** The accepted content types, the usual one first. */
    List<MediaType> types() {
        return switch (this) {
            case NONE -> List.of();
            case JSON -> List.of(MediaType.APPLICATION_JSON);
            case FHIR -> List.of(new MediaType("application", "fhir+json"), MediaType.APPLICATION_JSON);
            case FORM -> List.of(MediaType.APPLICATION_FORM_URLENCODED);
            case FILES -> List.of(MediaType.MULTIPART_FORM_DATA);
        };
    }
}
