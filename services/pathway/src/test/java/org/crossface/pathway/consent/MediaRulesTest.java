package org.crossface.pathway.consent;

import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.Refused;
import org.crossface.pathway.consent.media.CaptureMedia;
import org.crossface.pathway.consent.media.UseMedia;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MediaRulesTest {

    private static final Map<String, Object> SMILE = Map.of("poses", List.of(MediaPose.REST, MediaPose.FULL_SMILE));

    private static Course agreedTo(ConsentType type) {
        return Course.referred()
                .and(ConsentObtained.class, "2024-11-06", Map.of("type", type, "consentId", "consent-" + type));
    }

    private static Course taken() {
        return agreedTo(ConsentType.PHOTO).and(MediaCaptured.class, "2024-11-07", Map.of("factId", "photographs"));
    }

    private static ResultValidator<CarePathway> use(Course course, MediaPurpose purpose) {
        return course.when(UseMedia.class, "2024-11-20", Map.of("mediaId", "photographs", "purpose", purpose));
    }

    @Test
    @Tag("INV-66")
    void photographsAreTakenWithTheConsentToThem() {
        Course.referred()
                .when(Role.THERAPIST, CaptureMedia.class, "2024-11-07", SMILE)
                .expectException(Refused.by("INV-66"));
        agreedTo(ConsentType.MARKETING)
                .when(Role.THERAPIST, CaptureMedia.class, "2024-11-07", SMILE)
                .expectException(Refused.by("INV-66"));
        agreedTo(ConsentType.PHOTO)
                .when(Role.THERAPIST, CaptureMedia.class, "2024-11-07", SMILE)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-66")
    void photographsAreUsedForWhatThePatientAgreedTo() {
        use(taken(), MediaPurpose.TREATMENT).expectSuccessfulHandlerExecution();
        use(taken(), MediaPurpose.MARKETING).expectException(Refused.by("INV-66", "purpose"));
        Course agreed = taken().and(
                        ConsentObtained.class,
                        "2024-11-08",
                        Map.of("type", ConsentType.MARKETING, "consentId", "consent-marketing"));
        use(agreed, MediaPurpose.MARKETING).expectSuccessfulHandlerExecution();
        use(
                        agreed.and(ConsentRevoked.class, "2024-11-10", Map.of("consentId", "consent-marketing")),
                        MediaPurpose.MARKETING)
                .expectException(Refused.by("INV-66", "purpose"));
    }

    @Test
    @Tag("REF-MEDIA")
    void onlyWhatWasTakenIsUsed() {
        use(agreedTo(ConsentType.PHOTO), MediaPurpose.TREATMENT).expectException(Refused.by("REF-MEDIA", ""));
        taken().when(UseMedia.class, "2024-11-20", Map.of("mediaId", "others", "purpose", MediaPurpose.TREATMENT))
                .expectException(Refused.by("REF-MEDIA", "mediaId"));
    }
}
