package org.crossface.coordination.agreement;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.crossface.coordination.theatre.GateItem;
import org.crossface.pathway.Histories;
import org.crossface.pathway.recovery.discharge.DischargePatient;
import org.crossface.pathway.recovery.events.AldreteScored;
import org.crossface.pathway.recovery.events.AnesthesiaRecoveryEvaluated;
import org.crossface.pathway.recovery.events.DischargeInstructionsGiven;
import org.crossface.pathway.recovery.events.DischargeOrderSigned;
import org.crossface.pathway.recovery.events.EscortArrived;
import org.crossface.pathway.recovery.events.FlapChecked;
import org.crossface.pathway.recovery.events.FlapMonitoringPlanned;
import org.crossface.pathway.recovery.events.PadssScored;
import org.crossface.pathway.recovery.vocabulary.ArterialSignal;
import org.crossface.pathway.recovery.vocabulary.CarePlace;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.recovery.vocabulary.EscortKind;
import org.crossface.pathway.recovery.vocabulary.FlapCheckMethod;
import org.crossface.pathway.recovery.vocabulary.PadssVariant;
import org.crossface.pathway.recovery.vocabulary.Swelling;
import org.crossface.pathway.recovery.vocabulary.VenousSignal;
import org.crossface.pathway.scheduling.events.AftercareBedReserved;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;

/** The items of the discharge gate, each with the rule that decides it and with a fact that meets it. */
enum DischargeItem {
    ALDRETE("INV-37", "Aldrete"),
    PADSS("INV-38", "PADSS"),
    FLAP_CHECK("INV-42", "Flap check"),
    FLAP_PLAN("INV-42", "Flap plan"),
    EVALUATED("SEQ-ANESTHESIA-RECOVERY", "Evaluated"),
    ORDER("INV-39", "Order"),
    BED("INV-43", "Bed"),
    ADULT("INV-40", "Adult"),
    INSTRUCTIONS("INV-44", "Teach-back");

    static final String FACILITY = "facility-harbor";

    private final String rule;
    private final String label;

    DischargeItem(String rule, String label) {
        this.rule = rule;
        this.label = label;
    }

    /** The rule that refuses while it is not met. */
    String rule() {
        return rule;
    }

    /** How it is shown; empty when this case does not need it. */
    Optional<GateItem> among(List<GateItem> items) {
        return items.stream().filter(item -> item.name().equals(label)).findFirst();
    }

    static DischargePatient discharge(String caseId, OffsetDateTime at, DischargeDestination to) {
        return new DischargePatient(
                Histories.PATHWAY, at, caseId, to, to == DischargeDestination.AFTERCARE_FACILITY ? FACILITY : null);
    }

    /** A fact after which the rule allows this discharge. */
    PathwayEvent met(DischargePatient discharge, Stage stage, String fact) {
        String pathway = discharge.pathwayId();
        OffsetDateTime at = discharge.occurredAt();
        String caseId = discharge.caseId();
        return switch (this) {
            case ALDRETE -> new AldreteScored(pathway, fact, at, caseId, 2, 2, 2, 1, 2, 9);
            case PADSS -> new PadssScored(pathway, fact, at, caseId, PadssVariant.PADSS, 2, 2, 2, null, 2, 2, 10, 2);
            case FLAP_CHECK ->
                new FlapChecked(
                        pathway,
                        fact,
                        at,
                        caseId,
                        "flap-1",
                        ArterialSignal.STRONG,
                        VenousSignal.PRESENT,
                        Swelling.MILD,
                        false,
                        null,
                        null,
                        FlapCheckMethod.HANDHELD_DOPPLER,
                        CarePlace.RECOVERY,
                        null,
                        true);
            case FLAP_PLAN ->
                new FlapMonitoringPlanned(
                        pathway,
                        fact,
                        at,
                        caseId,
                        "flap-1",
                        discharge.destination(),
                        discharge.facilityId(),
                        "A nurse",
                        FlapCheckMethod.HANDHELD_DOPPLER,
                        true,
                        "The caregiver was taught",
                        null);
            case EVALUATED -> new AnesthesiaRecoveryEvaluated(pathway, fact, at, caseId, true, null);
            case ORDER ->
                new DischargeOrderSigned(pathway, fact, at, caseId, discharge.destination(), Histories.SURGEON);
            case BED -> new AftercareBedReserved(pathway, fact, at, stage, FACILITY, at, at.plusDays(3), true);
            case ADULT -> new EscortArrived(pathway, fact, at, caseId, "B. Example", EscortKind.FAMILY);
            case INSTRUCTIONS ->
                new DischargeInstructionsGiven(pathway, fact, at, caseId, "v1", true, "en", null, at.plusDays(7));
        };
    }
}
