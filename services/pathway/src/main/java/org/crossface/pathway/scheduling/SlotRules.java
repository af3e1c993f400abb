package org.crossface.pathway.scheduling;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.Phase;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Stage;
import org.crossface.pathway.Verdict;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.Consents;
import org.crossface.pathway.consent.Consents.Consent;
import org.crossface.pathway.planning.TreatmentPlan;
import org.crossface.pathway.reference.ReferenceData.PrivilegedPractitioner;
import org.crossface.pathway.reference.ReferenceData.SiteKind;
import org.crossface.pathway.reference.ReferenceData.SurgicalSite;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Rules of booking and moving an operation. The day of an operation is the local day of its start at the surgery centre. */
final class SlotRules {

    private SlotRules() {}

    @Invariant(
            value = "INV-57",
            kind = RuleClass.HARD,
            says = "After a withdrawal an operation is booked only when the patient has returned and consented anew.")
    static Verdict notWithdrawn(PathwayState state, SlotEntry command, Circumstances given) {
        if (state.phase() == Phase.WITHDRAWN) {
            return Verdict.refused("", "The patient has withdrawn", "Record the return first, then a new consent");
        }
        return Verdict.refusedIf(
                state.consents()
                        .newest(ConsentType.SURGICAL, command.stage())
                        .filter(consent -> consent.status() == Consents.Status.WITHDRAWN)
                        .isPresent(),
                "",
                "The consent ended with the patient's withdrawal",
                "Record the return, then obtain a new consent");
    }

    @Invariant(
            value = "INV-20",
            kind = RuleClass.HARD,
            says = "Stage two is booked after the surgeon has confirmed that the graft carries the signal.")
    static Verdict graftIsNeurotized(PathwayState state, SlotEntry command, Circumstances given) {
        return Verdict.refusedIf(
                command.stage() == Stage.TWO
                        && !state.plan().massetericOnly()
                        && !state.graft().neurotized(),
                "stage",
                "The graft is not confirmed as neurotized",
                "Confirm neurotization first, or plan a muscle driven by the masseteric nerve alone");
    }

    @Invariant(
            value = "INV-21",
            kind = RuleClass.POLICY,
            says = "Stage two follows stage one after six calendar months at the earliest.")
    static Verdict axonsHadTime(PathwayState state, SlotEntry command, Circumstances given) {
        LocalDate stageOne = state.operations().stageOneDate().orElse(null);
        if (command.stage() != Stage.TWO || state.plan().massetericOnly() || stageOne == null) {
            return Verdict.ALLOWED;
        }
        LocalDate earliest = stageOne.plusMonths(given.policy().stageTwoEarliestMonths());
        LocalDate day = dayOf(state, command);
        return Verdict.refusedIf(
                day.isBefore(earliest),
                "startsAt",
                "Stage one was on " + stageOne + ", the date asked for is " + day,
                "Choose " + earliest + " or later");
    }

    @Invariant(
            value = "SEQ-SCHEDULE",
            kind = RuleClass.HARD,
            says = "An operation is booked for a candidate whose plan has it, once, and at a time to come.")
    static Verdict operationIsDue(PathwayState state, SlotEntry command, Circumstances given) {
        if (!state.plan().includes(command.stage())) {
            return Verdict.refused("stage", "The plan has no stage " + command.stage(), "Select or revise the plan");
        }
        if (!schedulable(state, command.stage())) {
            return Verdict.refused(
                    "stage", "The pathway is in the phase " + state.phase(), "Complete the steps before this one");
        }
        return Verdict.refusedIf(
                command.startsAt().isBefore(command.occurredAt()),
                "startsAt",
                "The start lies in the past",
                "Choose a time to come");
    }

    private static boolean schedulable(PathwayState state, Stage stage) {
        return switch (state.phase()) {
            case CANDIDATE -> stage == Stage.ONE || state.plan().massetericOnly();
            case STAGE1_PLANNED -> stage == Stage.ONE;
            case READY_FOR_STAGE2, STAGE2_PLANNED -> stage == Stage.TWO;
            case STAGE1_DONE, NEUROTIZING, WINDOW_LAPSED ->
                stage == Stage.TWO && state.plan().massetericOnly();
            case REPLANNED -> true;
            default -> false;
        };
    }

    @Invariant(
            value = "SEQ-SLOT",
            kind = RuleClass.HARD,
            says = "An operation takes place in a room of the surgery centre, with surgeons who are not the same.")
    static Verdict slotIsPossible(PathwayState state, SlotEntry command, Circumstances given) {
        Optional<SurgicalSite> site = site(state, given);
        if (site.filter(each -> each.rooms().contains(command.room())).isEmpty()) {
            return Verdict.refused(
                    "room",
                    "There is no room " + command.room(),
                    "Choose one of " + site.map(SurgicalSite::rooms).orElseThrow());
        }
        return Verdict.refusedIf(
                new HashSet<>(command.surgeonIds()).size()
                        < command.surgeonIds().size(),
                "surgeonIds",
                "The surgeons are " + command.surgeonIds(),
                "Name each surgeon once");
    }

    @Invariant(
            value = "INV-18",
            kind = RuleClass.HARD,
            says = "Surgeons and surgery centre are privileged for the operation on its day.")
    static Verdict privileged(PathwayState state, SlotEntry command, Circumstances given) {
        if (site(state, given)
                .filter(each -> each.privileges().contains(command.stage()))
                .isEmpty()) {
            return Verdict.refused(
                    "stage",
                    "The surgery centre is not privileged for stage " + command.stage(),
                    "Refer the patient to a centre that is");
        }
        LocalDate day = dayOf(state, command);
        for (String surgeon : command.surgeonIds()) {
            Optional<PrivilegedPractitioner> known = given.reference()
                    .practitioner(surgeon)
                    .filter(each -> each.privileges().contains(command.stage()))
                    .filter(each -> !day.isAfter(each.privilegedUntil()));
            if (known.isEmpty()) {
                return Verdict.refused(
                        "surgeonIds",
                        surgeon + " is not privileged for stage " + command.stage() + " on " + day,
                        "Choose a surgeon who is");
            }
        }
        return Verdict.ALLOWED;
    }

    @Invariant(
            value = "INV-26",
            kind = RuleClass.HARD,
            says = "Stage two carries out the version of the plan that was consented.")
    static Verdict consentedThisPlan(PathwayState state, SlotEntry command, Circumstances given) {
        Optional<Consent> newest = state.consents().newest(ConsentType.SURGICAL, Stage.TWO);
        return Verdict.refusedIf(
                command.stage() == Stage.TWO
                        && newest.filter(consent ->
                                        consent.planVersion() != state.plan().version())
                                .isPresent(),
                "stage",
                "The plan is version " + state.plan().version() + ", consented was another",
                "Explain the plan again and obtain a new consent");
    }

    @Invariant(
            value = "INV-15",
            kind = RuleClass.HARD,
            says =
                    "An operation is booked with a consent in force that names the same procedure, sides, setting and surgeon.")
    static Verdict consentCoversIt(PathwayState state, SlotEntry command, Circumstances given) {
        LocalDate day = dayOf(state, command);
        Optional<Consent> consent = state.consents().standing(ConsentType.SURGICAL, command.stage());
        if (consent.isEmpty()) {
            return Verdict.refused(
                    "stage", "There is no consent for stage " + command.stage(), "Obtain the consent first");
        }
        if (!consent.get().covers(day)) {
            return Verdict.refused(
                    "startsAt",
                    "The consent is valid until " + consent.get().validUntil() + ", the operation is on " + day,
                    "Obtain a new consent, or choose an earlier day");
        }
        return names(state, command, consent.get());
    }

    private static Verdict names(PathwayState state, SlotEntry command, Consent consent) {
        TreatmentPlan plan = state.plan();
        if (consent.procedure() != plan.option()) {
            return differs("stage", "procedure", consent.procedure(), plan.option());
        }
        if (state.evaluation()
                .paralysedSide()
                .filter(side -> side != consent.faceSide())
                .isPresent()) {
            return differs(
                    "stage",
                    "face side",
                    consent.faceSide(),
                    state.evaluation().paralysedSide().orElse(null));
        }
        if (consent.donorSide() != plan.donorSide(command.stage()).orElse(null)) {
            return differs(
                    "stage",
                    "donor side",
                    consent.donorSide(),
                    plan.donorSide(command.stage()).orElse(null));
        }
        if (consent.setting() != null
                && consent.setting() != plan.setting(command.stage()).orElse(null)) {
            return differs(
                    "stage",
                    "setting",
                    consent.setting(),
                    plan.setting(command.stage()).orElse(null));
        }
        return Verdict.refusedIf(
                !command.surgeonIds().getFirst().equals(consent.surgeonId()),
                "surgeonIds",
                "The consent names the surgeon " + consent.surgeonId(),
                "Name that surgeon first, or obtain a new consent");
    }

    private static Verdict differs(String field, String what, @Nullable Enum<?> consented, @Nullable Enum<?> planned) {
        return Verdict.refused(
                field,
                "The consent names the " + what + " " + consented + ", planned is " + planned,
                "Obtain a consent that names what is planned");
    }

    @Invariant(
            value = "INV-19",
            kind = RuleClass.HARD,
            says = "ASA class V or VI is not operated electively, class IV not at a surgery centre of day cases.")
    static Verdict riskIsAccepted(PathwayState state, SlotEntry command, Circumstances given) {
        int asa = asaClass(state, command.stage());
        return Verdict.refusedIf(
                asa > 4 || (asa == 4 && !atHospital(state, given)),
                "stage",
                "The patient is ASA class " + asa,
                asa == 4 ? "Refer the patient to a hospital" : "Do not operate electively");
    }

    @Invariant(
            value = "INV-19",
            kind = RuleClass.CLINICAL,
            says = "ASA class IV is operated at a hospital only by decision of the anesthesiologist.",
            overriddenBy = Role.ANESTHESIOLOGIST)
    static Verdict highRiskIsDecided(PathwayState state, SlotEntry command, Circumstances given) {
        return Verdict.refusedIf(
                asaClass(state, command.stage()) == 4 && atHospital(state, given),
                "stage",
                "The patient is ASA class 4",
                "The anesthesiologist may override with a reason");
    }

    @Invariant(
            value = "INV-19",
            kind = RuleClass.HARD,
            says = "An operation is booked with a clearance that is valid on its day.")
    static Verdict clearedOnTheDay(PathwayState state, SlotEntry command, Circumstances given) {
        LocalDate day = dayOf(state, command);
        LocalDate until = state.schedule().readinessFor(command.stage()).clearedUntil();
        return Verdict.refusedIf(
                until == null || day.isAfter(until),
                until == null ? "stage" : "startsAt",
                until == null
                        ? "There is no clearance for stage " + command.stage()
                        : "The clearance is valid until " + until + ", the operation is on " + day,
                "Grant a clearance that covers the day");
    }

    @Invariant(
            value = "INV-41",
            kind = RuleClass.POLICY,
            says = "At a surgery centre of day cases the expected stay does not exceed 24 hours.")
    static Verdict stayIsShort(PathwayState state, SlotEntry command, Circumstances given) {
        int minutes =
                given.policy().admissionLeadMinutes() + command.estimatedMinutes() + recoveryMinutes(command, given);
        return Verdict.refusedIf(
                !atHospital(state, given) && minutes > given.policy().dayCaseMaxHours() * 60,
                command.recoveryMinutes() == null ? "estimatedMinutes" : "recoveryMinutes",
                "The expected stay is " + minutes + " min from admission to discharge",
                "Stay within " + given.policy().dayCaseMaxHours() + " hours, or operate at a hospital");
    }

    /** Minutes from the end of the operation to discharge, as given or as usual. */
    static int recoveryMinutes(SlotEntry command, Circumstances given) {
        Integer expected = command.recoveryMinutes();
        if (expected != null) {
            return expected;
        }
        return command.stage() == Stage.ONE
                ? given.policy().stageOneRecoveryMinutes()
                : given.policy().stageTwoRecoveryMinutes();
    }

    private static int asaClass(PathwayState state, Stage stage) {
        AnesthesiaAssessed assessed = state.schedule().readinessFor(stage).anesthesia();
        return assessed == null ? 0 : assessed.asaClass();
    }

    private static boolean atHospital(PathwayState state, Circumstances given) {
        return site(state, given)
                .filter(each -> each.kind() == SiteKind.HOSPITAL)
                .isPresent();
    }

    private static Optional<SurgicalSite> site(PathwayState state, Circumstances given) {
        return given.reference().site(state.intake().siteId());
    }

    private static LocalDate dayOf(PathwayState state, SlotEntry command) {
        ZoneId zone = state.intake().zoneId();
        return command.startsAt().atZoneSameInstant(zone).toLocalDate();
    }
}
