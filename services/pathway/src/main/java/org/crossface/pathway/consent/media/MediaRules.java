package org.crossface.pathway.consent.media;

import java.util.Optional;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.Consents.Consent;
import org.crossface.pathway.consent.signature.ObtainConsent;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.decision.Verdict;

/** Rules of photographs and videos (INV-66): taken and used only with the consent for it. */
final class MediaRules {

    private MediaRules() {}

    static final Condition PATIENT_AGREED_TO_PHOTOGRAPHS = Condition.hard(
                    "INV-66",
                    "Photographs and videos are taken with the patient's consent to them.",
                    on -> Verdict.refusedIf(
                            consent(on.state(), ConsentType.PHOTO).isEmpty(),
                            "",
                            "There is no consent to photographs in force",
                            "Obtain a consent of the type photo first"))
            .fulfilledBy(ObtainConsent.class);

    static final Check<UseMedia> PATIENT_AGREED_TO_THE_PURPOSE = Check.hard(
            "INV-66",
            "Photographs and videos are used for what the patient has agreed to.",
            (state, command, given) -> Verdict.refusedIf(
                    consent(state, command.purpose().consent()).isEmpty(),
                    "purpose",
                    "There is no consent of the type " + command.purpose().consent() + " in force",
                    "Obtain the consent, or do not use them so"));

    static final Condition THERE_ARE_MEDIA = Condition.hard(
                    "REF-MEDIA",
                    "Only what was taken is used.",
                    on -> Verdict.refusedIf(
                            on.state().consents().media().isEmpty(),
                            "",
                            "No photographs or videos are on record",
                            "Record that they were taken"))
            .fulfilledBy(CaptureMedia.class);

    static final Check<UseMedia> MEDIA_ARE_KNOWN = Check.hard(
            "REF-MEDIA",
            "Only what was taken is used.",
            (state, command, given) -> Verdict.refusedIf(
                    state.consents().media().stream()
                            .noneMatch(each -> each.mediaId().equals(command.mediaId())),
                    "mediaId",
                    "There are no such photographs or videos",
                    "Choose what is on record"));

    /** These consents belong to no stage and hold until they are taken back. */
    static Optional<Consent> consent(PathwayState state, ConsentType type) {
        return state.consents().all().reversed().stream()
                .filter(each -> each.type() == type && each.stands())
                .findFirst();
    }
}
