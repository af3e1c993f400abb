package org.crossface.pathway.surgery.record;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.events.ChargeReviewed;
import org.crossface.pathway.surgery.vocabulary.ChargeHold;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Settles what holds the charges of an operation, so that they go out once nothing else holds them. */
public record ReviewCharge(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "What held it") ChargeHold hold,

        @FormField(
                label = "Reason",
                min = 1,
                max = 1000,
                multiline = true,
                help = "What was found, and why the charges may go out")
        String reason)
        implements CaseCommand, AllowedAfterDeath {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ReviewCharge> USE_CASE = UseCase.of(ReviewCharge.class, "Review charges")
            .by(Role.BILLING)
            .in(Phases.ON_RECORD)
            .requires(CaseRules.CASE_IS_KNOWN, OperationRecordRules.CHARGES_CAN_BE_THERE)
            .checks(OperationRecordRules.REVIEWED_ONCE, OperationRecordRules.DEVIATION_IS_THERE)
            .records(ChargeReviewed.class);
}
