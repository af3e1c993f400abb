package org.crossface.pathway.surgery.graft;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.checklist.SafetyRules;
import org.crossface.pathway.surgery.events.GraftTunnelledAndBanked;
import org.crossface.pathway.surgery.vocabulary.BankLocation;
import org.crossface.pathway.surgery.vocabulary.TunnelRoute;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Records the tunnel across the face and the banking of the free end. */
public record RecordBanking(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Route") TunnelRoute route,

        @FormField(label = "Side of the free end", help = "The paralysed side")
        FaceSide distalSide,

        @FormField(label = "Location") BankLocation location,

        @FormField(label = "Tunnel length", unit = "cm", min = 5, max = 25, step = 0.1)
        double tunnelLengthCm,

        @FormField(label = "Tag suture placed") boolean tagged)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordBanking> USE_CASE = UseCase.of(RecordBanking.class, "Record banking of the graft")
            .by(Role.SURGEON)
            .in(Phases.STAGE_ONE)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.ofStage(Stage.ONE),
                    CaseRules.CASE_IS_LIVE,
                    CaseRules.once(GraftTunnelledAndBanked.class),
                    SafetyRules.INCISION_WAS_MADE,
                    StageOneRules.NERVE_WAS_HARVESTED,
                    StageOneRules.GRAFT_WAS_COAPTED)
            .checks(GraftSideRules.GRAFT_ENDS_ON_PARALYSED_SIDE)
            .records(GraftTunnelledAndBanked.class);
}
