package org.crossface.coordination.theatre;

import java.util.List;
import org.crossface.coordination.projection.Facts;
import org.crossface.coordination.projection.Rows;
import org.crossface.pathway.BodySide;
import org.crossface.pathway.Stage;
import org.crossface.pathway.consent.ConsentObtained;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.recovery.AldreteScored;
import org.crossface.pathway.recovery.AnesthesiaRecoveryEvaluated;
import org.crossface.pathway.recovery.DischargeInstructionsGiven;
import org.crossface.pathway.recovery.DischargeOrderSigned;
import org.crossface.pathway.recovery.EscortArrived;
import org.crossface.pathway.recovery.EscortExempted;
import org.crossface.pathway.recovery.ExtendedRecoveryStarted;
import org.crossface.pathway.recovery.FlapChecked;
import org.crossface.pathway.recovery.FlapCompromiseSuspected;
import org.crossface.pathway.recovery.FlapMonitoringPlanned;
import org.crossface.pathway.recovery.PadssScored;
import org.crossface.pathway.recovery.PainScored;
import org.crossface.pathway.recovery.PatientDischarged;
import org.crossface.pathway.recovery.PhaseTwoEntered;
import org.crossface.pathway.surgery.ClosureCompleted;
import org.crossface.pathway.surgery.FlapReperfused;
import org.crossface.pathway.surgery.IncisionMade;
import org.crossface.pathway.surgery.OperationRecordSigned;
import org.jspecify.annotations.Nullable;

/** Writes the rows of the theatre day: one for each case of a pathway. */
public final class TheatreDayRows {

    private TheatreDayRows() {}

    /** Writes every case of these facts, and no other of their pathway: one that was retracted goes. */
    public static void write(Rows rows, Facts facts, @Nullable String side, long position) {
        List<CaseFacts> cases = CaseFacts.all(facts);
        rows.keepOnly(
                "theatre_day",
                "pathway_id",
                facts.referral().pathwayId(),
                "case_id",
                cases.stream().map(CaseFacts::caseId).toList());
        for (CaseFacts each : cases) {
            Rows.Row row = rows.row("theatre_day", "case_id");
            plan(row, facts, each, side);
            operation(row, each);
            recovery(row, each);
            gate(row, facts, each);
            row.set("position", position).write();
        }
    }

    private static void plan(Rows.Row row, Facts facts, CaseFacts each, @Nullable String side) {
        PatientReferred referral = facts.referral();
        row.set("case_id", each.caseId())
                .set("pathway_id", referral.pathwayId())
                .set("patient_id", referral.patientId())
                .set("number", referral.number())
                .set("site_id", each.siteId())
                .set("zone", referral.zone())
                .set("day", facts.dayOf(each.startsAt()))
                .set("room", each.room())
                .set("stage", each.stage())
                .set("side", side)
                .set("donor_side", donorSide(facts, each.stage()))
                .texts("surgeon_ids", each.surgeonIds())
                .set("planned_start", each.startsAt())
                .set("planned_end", each.endsAt())
                .set("recovery_minutes", each.recoveryMinutes())
                .set("rung", each.rung());
    }

    private static @Nullable BodySide donorSide(Facts facts, Stage stage) {
        return facts.last(ConsentObtained.class, each -> each.type() == ConsentType.SURGICAL && each.stage() == stage)
                .map(ConsentObtained::donorSide)
                .orElse(null);
    }

    private static void operation(Rows.Row row, CaseFacts each) {
        row.set("admitted_at", each.admittedAt().orElse(null))
                .set("prepared_at", each.preparedAt().orElse(null))
                .set("entered_at", each.enteredAt().orElse(null))
                .set("incision_at", each.at(IncisionMade.class).orElse(null))
                .set("closure_at", each.at(ClosureCompleted.class).orElse(null))
                .set("left_at", each.leftTheatreAt().orElse(null))
                .set(
                        "ischemia_minutes",
                        each.last(FlapReperfused.class)
                                .map(FlapReperfused::ischemiaMinutes)
                                .orElse(null))
                .set("signed_at", each.at(OperationRecordSigned.class).orElse(null));
    }

    private static void recovery(Rows.Row row, CaseFacts each) {
        AldreteScored aldrete = each.last(AldreteScored.class).orElse(null);
        PadssScored padss = each.last(PadssScored.class).orElse(null);
        row.set("recovery_at", each.recoveryAt().orElse(null))
                .set("second_phase_at", each.at(PhaseTwoEntered.class).orElse(null))
                .set("aldrete", aldrete == null ? null : aldrete.total())
                .set("aldrete_at", aldrete == null ? null : aldrete.occurredAt())
                .set("padss", padss == null ? null : padss.total())
                .set("padss_lowest", padss == null ? null : padss.lowest())
                .set("padss_at", padss == null ? null : padss.occurredAt())
                .set("pain", each.last(PainScored.class).map(PainScored::nrs).orElse(null))
                .set("extended_at", each.at(ExtendedRecoveryStarted.class).orElse(null))
                .set("departed_at", each.departedAt().orElse(null))
                .set("ended_as", each.endedAs().orElse(null));
    }

    private static void gate(Rows.Row row, Facts facts, CaseFacts each) {
        row.set(
                        "evaluated_at",
                        each.last(AnesthesiaRecoveryEvaluated.class)
                                .filter(AnesthesiaRecoveryEvaluated::fit)
                                .map(AnesthesiaRecoveryEvaluated::occurredAt)
                                .orElse(null))
                .set("order_at", each.at(DischargeOrderSigned.class).orElse(null))
                .set("destination", destination(each))
                .set("escort_at", each.at(EscortArrived.class).orElse(null))
                .set("escort_exempted", each.last(EscortExempted.class).isPresent())
                .set(
                        "instructions_at",
                        each.last(DischargeInstructionsGiven.class)
                                .filter(DischargeInstructionsGiven::teachBack)
                                .map(DischargeInstructionsGiven::occurredAt)
                                .orElse(null))
                .set("flap_planned_at", each.at(FlapMonitoringPlanned.class).orElse(null))
                .set(
                        "flap_passed_at",
                        facts.last(
                                        FlapChecked.class,
                                        check -> check.passing()
                                                && check.caseId().equals(each.caseId()))
                                .map(FlapChecked::occurredAt)
                                .orElse(null))
                .set("flap_suspected_at", each.at(FlapCompromiseSuspected.class).orElse(null));
    }

    private static @Nullable String destination(CaseFacts each) {
        return each.last(PatientDischarged.class)
                .map(PatientDischarged::destination)
                .or(() -> each.last(DischargeOrderSigned.class).map(DischargeOrderSigned::destination))
                .map(Enum::name)
                .orElse(null);
    }
}
