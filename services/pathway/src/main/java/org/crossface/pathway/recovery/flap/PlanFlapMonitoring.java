package org.crossface.pathway.recovery.flap;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.FlapMonitoringPlanned;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.recovery.vocabulary.FlapCheckMethod;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Plans who checks the flap where and how after discharge. */
public record PlanFlapMonitoring(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Where") DischargeDestination destination,

        @RefersTo(Referent.FACILITY) @FormField(label = "After-care facility", max = 64) @Nullable
        String facilityId,

        @FormField(label = "Who checks", min = 1, max = 200) String monitoredBy,
        @FormField(label = "How") FlapCheckMethod method,
        @FormField(label = "Surgeon reachable at all hours") boolean surgeonReachable,

        @FormField(
                label = "Attestation by the surgeon",
                multiline = true,
                max = 1000,
                help = "Needed when no nurse checks the flap")
        @Nullable
        String surgeonAttestation,

        @FormField(
                label = "Anticoagulation",
                min = 1,
                max = 200,
                help = "Drug, dose and last day of what keeps the joined vessels open; empty when nothing does")
        @Nullable
        String anticoagulation)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<PlanFlapMonitoring> USE_CASE = UseCase.of(
                    PlanFlapMonitoring.class, "Plan flap monitoring")
            .by(Role.SURGEON, Role.PACU_NURSE)
            .in(Phases.FLAP_WATCH)
            .requires(CaseRules.CASE_IS_KNOWN, FlapRules.FLAP_HAS_BLOOD)
            .checks(FlapRules.PLANNED_FACILITY_CAN_WATCH_FLAPS, FlapRules.PLAN_NAMES_THE_ANTICOAGULATION)
            .records(FlapMonitoringPlanned.class);
}
