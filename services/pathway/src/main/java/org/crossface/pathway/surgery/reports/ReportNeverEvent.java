package org.crossface.pathway.surgery.reports;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.events.WrongSiteEventReported;
import org.crossface.pathway.surgery.vocabulary.NeverEventKind;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Reports wrong-site surgery or another event that must never happen; always accepted. */
public record ReportNeverEvent(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Kind") NeverEventKind kind,

        @FormField(label = "What happened", min = 1, max = 2000, multiline = true)
        String what,

        @FormField(label = "Intended side") @Nullable BodySide intendedSide,
        @FormField(label = "Actual side") @Nullable BodySide actualSide,
        @FormField(label = "Discovered at") OffsetDateTime discoveredAt,
        @FormField(label = "Disclosed to the patient") boolean disclosedToPatient)
        implements CaseCommand, AllowedAfterDeath {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ReportNeverEvent> USE_CASE = UseCase.of(ReportNeverEvent.class, "Report never event")
            .by(
                    Role.SURGEON,
                    Role.ANESTHESIOLOGIST,
                    Role.PREOP_NURSE,
                    Role.OR_NURSE,
                    Role.PACU_NURSE,
                    Role.AFTERCARE_NURSE,
                    Role.THERAPIST)
            .in(Phases.without(
                    Phases.ANY,
                    Phase.NOT_CANDIDATE,
                    Phase.REFERRAL_DECLINED,
                    Phase.REFERRAL_EXPIRED,
                    Phase.CLOSED_ALTERNATIVE_TREATMENT))
            .requires(CaseRules.CASE_IS_KNOWN)
            .records(WrongSiteEventReported.class);
}
