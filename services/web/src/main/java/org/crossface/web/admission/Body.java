package org.crossface.web.admission;

import java.util.List;
import org.springframework.http.MediaType;

/** What the body of a request to an operation is. */
enum Body {
    /** None; what is sent nevertheless is not read. */
    NONE,
    /** JSON, parsed here. */
    JSON,
    /** A FHIR bundle, parsed by the intake of referrals. */
    FHIR,
    /** The fields of a form. */
    FORM,
    /** The fields and files of a form. */
    FILES;

    /** The content types that are taken, the usual one first. */
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
