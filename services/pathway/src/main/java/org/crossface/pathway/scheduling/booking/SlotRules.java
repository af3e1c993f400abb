package org.crossface.pathway.scheduling.booking;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.crossface.pathway.aftercare.AfterCare;
import org.crossface.pathway.aftercare.complication.ResolveComplication;
import org.crossface.pathway.aftercare.vocabulary.ClavienDindo;
import org.crossface.pathway.aftercare.vocabulary.ComplicationSite;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.Consents;
import org.crossface.pathway.consent.Consents.Consent;
import org.crossface.pathway.consent.signature.ObtainConsent;
import org.crossface.pathway.planning.PlannedSetting;
import org.crossface.pathway.planning.TreatmentPlan;
import org.crossface.pathway.planning.decision.RevisePlan;
import org.crossface.pathway.planning.decision.SelectPlan;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.reference.ReferenceData.PrivilegedPractitioner;
import org.crossface.pathway.reference.ReferenceData.SiteKind;
import org.crossface.pathway.reference.ReferenceData.SurgicalSite;
import org.crossface.pathway.scheduling.events.AnesthesiaAssessed;
import org.crossface.pathway.scheduling.readiness.GrantClearance;
import org.crossface.pathway.scheduling.readiness.ReadinessRules;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/** Rules of booking and moving an operation. The day of an operation is the local day of its start at the surgery centre. */
final class SlotRules {

    /** Where an operation of the pathway is done: the face, and the legs and thighs that give nerve and muscle. */
    private static final Set<ComplicationSite> AT_THE_SITES = EnumSet.of(
            ComplicationSite.FACE_PARALYSED_SIDE,
            ComplicationSite.FACE_HEALTHY_SIDE,
            ComplicationSite.NECK,
            ComplicationSite.LEG,
            ComplicationSite.THIGH);

    private SlotRules() {}

    static final Condition NOT_WITHDRAWN = Condition.hard(
            "INV-57",
            "After a withdrawal an operation is booked only when the patient has returned and consented anew.",
            on -> {
                if (on.state().oversight().withdrawn()) {
                    return Verdict.refused(
                            "", "The patient has withdrawn", "Record the return first, then a new consent");
                }
                return Verdict.refusedIf(
                        on.state()
                                .consents()
                                .newest(ConsentType.SURGICAL, on.theStage())
                                .filter(consent -> consent.status() == Consents.Status.WITHDRAWN)
                                .isPresent(),
                        "",
                        "The consent ended with the patient's withdrawal",
                        "Record the return, then obtain a new consent");
            });

    static final Condition NO_GRAVE_COMPLICATION_IS_OPEN = Condition.clinical(
                    "INV-70",
                    "Stage two is not booked while a complication of Clavien-Dindo grade II or more is open at the face or a donor site.",
                    Set.of(Role.SURGEON),
                    on -> on.theStage() == Stage.ONE
                            ? Verdict.ALLOWED
                            : on.state().afterCare().complications().values().stream()
                                    .filter(SlotRules::isGraveAtTheSite)
                                    .findFirst()
                                    .map(open -> Verdict.refused(
                                            "",
                                            "Open since " + open.onsetOn() + ", grade " + open.grade() + ": "
                                                    + open.type(),
                                            "Resolve the complication first, or the surgeon overrides with a reason"))
                                    .orElse(Verdict.ALLOWED))
            .fulfilledBy(ResolveComplication.class);

    private static boolean isGraveAtTheSite(AfterCare.Complication complication) {
        return complication.open()
                && complication.grade() != ClavienDindo.I
                && AT_THE_SITES.contains(complication.site());
    }

    static final Check<SlotEntry> AXONS_HAD_TIME = Check.policy(
            "INV-21",
            "Stage two follows stage one after {stageTwoEarliestMonths} calendar months at the earliest.",
            (state, command, given) -> {
                LocalDate stageOne = state.operations().stageOneDate().orElse(null);
                if (command.stage() != Stage.TWO || state.plan().massetericOnly()) {
                    return Verdict.ALLOWED;
                }
                if (stageOne == null) {
                    return Verdict.refused(
                            "stage",
                            "No stage one is recorded, from which the months count",
                            "Complete stage one, or attest that another centre did it");
                }
                LocalDate earliest = stageOne.plusMonths(given.policy().of(Threshold.STAGE_TWO_EARLIEST_MONTHS));
                LocalDate day = dayOf(state, command);
                return Verdict.refusedIf(
                        day.isBefore(earliest),
                        "startsAt",
                        "Stage one was on " + stageOne + "; the requested date is " + day,
                        "Choose " + earliest + " or later");
            });

    static final Condition PLAN_HAS_THE_OPERATION = Condition.hard(
                    "SEQ-SCHEDULE",
                    "An operation is booked for a candidate whose plan has it.",
                    on -> Verdict.refusedIf(
                            !on.state().plan().includes(on.theStage()),
                            "stage",
                            "The plan has no stage " + on.theStage(),
                            "Select or revise the plan"))
            .fulfilledBy(SelectPlan.class, RevisePlan.class);

    static final Condition OPERATION_IS_DUE = Condition.hard(
            "SEQ-SCHEDULE",
            "An operation is booked when it is the next one.",
            on -> Verdict.refusedIf(
                    !schedulable(on.state(), on.theStage()),
                    "stage",
                    "Stage " + on.theStage() + " is not the next operation in the phase “"
                            + on.state().phase().label().toLowerCase(Locale.ROOT) + "”",
                    "Complete the steps before this one"));

    static final Check<SlotEntry> START_IS_TO_COME = Check.hard(
            "SEQ-SCHEDULE",
            "An operation is booked at a time to come.",
            (state, command, given) -> Verdict.refusedIf(
                    command.startsAt().isBefore(command.occurredAt()),
                    "startsAt",
                    "The start is in the past",
                    "Choose a time in the future"));

    private static boolean schedulable(PathwayState state, Stage stage) {
        return switch (state.phase()) {
            case CANDIDATE -> stage == Stage.ONE || state.plan().massetericOnly();
            case STAGE1_PLANNED -> stage == Stage.ONE;
            case READY_FOR_STAGE2, STAGE2_PLANNED -> stage == Stage.TWO;
            case STAGE1_DONE, NEUROTIZING, WINDOW_LAPSED ->
                stage == Stage.TWO && state.plan().massetericOnly();
            case REPLANNED -> true;
            case STAGE2_DONE, REHABILITATING, OUTCOME_TRACKING ->
                stage == Stage.TWO
                        && state.plannedSide()
                                .filter(state.sidesWithoutMuscle()::contains)
                                .isPresent();
            default -> false;
        };
    }

    static final Check<SlotEntry> SLOT_IS_POSSIBLE = Check.hard(
            "SEQ-SLOT",
            "An operation takes place in a room of the surgery centre; each surgeon is named once.",
            (state, command, given) -> {
                Optional<SurgicalSite> site = site(state, given);
                if (site.filter(each -> each.rooms().contains(command.room())).isEmpty()) {
                    return Verdict.refused(
                            "room",
                            "There is no room " + command.room(),
                            "Choose one of " + site.map(SurgicalSite::rooms).orElseThrow());
                }
                return namedOnce(command.surgeonIds());
            });

    /** Whether each surgeon is named once. */
    static Verdict namedOnce(List<String> surgeonIds) {
        return Verdict.refusedIf(
                new HashSet<>(surgeonIds).size() < surgeonIds.size(),
                "surgeonIds",
                "The surgeons are " + surgeonIds,
                "Name each surgeon once");
    }

    static final Check<SlotEntry> PRIVILEGED = Check.hard(
            "INV-18",
            "Surgeons and surgery centre are privileged for the operation on its day.",
            (state, command, given) -> privileged(
                    site(state, given),
                    command.stage(),
                    command.surgeonIds(),
                    dayOf(state, command),
                    given.reference()));

    /** Whether a surgery centre and these surgeons may perform an operation on a day. */
    static Verdict privileged(
            Optional<SurgicalSite> site, Stage stage, List<String> surgeonIds, LocalDate day, ReferenceData reference) {
        if (site.filter(each -> each.privileges().contains(stage)).isEmpty()) {
            return Verdict.refused(
                    "stage",
                    "The surgery centre is not privileged for stage " + stage,
                    "Refer the patient to a privileged centre");
        }
        for (String surgeon : surgeonIds) {
            Optional<PrivilegedPractitioner> known =
                    reference.practitioner(surgeon).filter(each -> each.mayOperate(stage, day));
            if (known.isEmpty()) {
                return Verdict.refused(
                        "surgeonIds",
                        surgeon + " is not privileged for stage " + stage + " on " + day,
                        "Choose a privileged surgeon");
            }
        }
        return Verdict.ALLOWED;
    }

    static final Condition CONSENTED_THIS_PLAN = Condition.hard(
                    "INV-26", "Stage two carries out the version of the plan that was consented.", on -> {
                        Optional<Consent> newest = on.state().consents().newest(ConsentType.SURGICAL, Stage.TWO);
                        return Verdict.refusedIf(
                                on.theStage() == Stage.TWO
                                        && newest.filter(consent -> consent.planVersion()
                                                        != on.state().plan().version())
                                                .isPresent(),
                                "stage",
                                "The plan is version " + on.state().plan().version() + ", consented was another",
                                "Explain the plan again and obtain a new consent");
                    })
            .fulfilledBy(ObtainConsent.class);

    static final Condition CONSENT_IS_IN_FORCE = Condition.hard(
                    "INV-15",
                    "An operation is booked with a consent in force that names the same procedure, sides and setting.",
                    on -> {
                        Optional<Consent> consent = on.state().consents().standing(ConsentType.SURGICAL, on.theStage());
                        if (consent.isEmpty()) {
                            return Verdict.refused(
                                    "stage",
                                    on.state()
                                            .consents()
                                            .newest(ConsentType.SURGICAL, on.theStage())
                                            .filter(newest -> newest.status() == Consents.Status.EXPIRED)
                                            .map(newest -> "The consent was valid until " + newest.validUntil())
                                            .orElse("There is no consent for stage " + on.theStage()),
                                    "Obtain the consent first");
                        }
                        if (on.state().isSpent(consent.get())) {
                            return Verdict.refused(
                                    "stage",
                                    "The consent was for the operation that was carried out",
                                    "Obtain a new consent");
                        }
                        LocalDate until = consent.get().validUntil();
                        if (until != null && on.day().isAfter(until)) {
                            return Verdict.refused(
                                    "stage", "The consent was valid until " + until, "Obtain a new consent");
                        }
                        return differs(on.state(), on.theStage(), consent.get())
                                .orElseGet(() -> until == null
                                        ? Verdict.ALLOWED
                                        : Verdict.metUntil("Consented until " + until, null, on.endOf(until)));
                    })
            .fulfilledBy(ObtainConsent.class);

    static final Check<SlotEntry> CONSENT_COVERS_THE_DAY = Check.hard(
            "INV-15",
            "An operation is booked on a day that the consent covers, with the surgeon whom it names.",
            (state, command, given) -> state.consents()
                    .standing(ConsentType.SURGICAL, command.stage())
                    .map(consent -> covers(state, command, consent))
                    .orElse(Verdict.ALLOWED));

    private static Verdict covers(PathwayState state, SlotEntry command, Consent consent) {
        LocalDate day = dayOf(state, command);
        if (!consent.covers(day)) {
            return Verdict.refused(
                    "startsAt",
                    "The consent is valid until " + consent.validUntil() + ", the operation is on " + day,
                    "Obtain a new consent, or choose an earlier day");
        }
        return Verdict.refusedIf(
                !command.surgeonIds().getFirst().equals(consent.surgeonId()),
                "surgeonIds",
                "The consent names the surgeon " + consent.surgeonId(),
                "Name that surgeon first, or obtain a new consent");
    }

    /** What the consent names otherwise than it is planned; empty when nothing. */
    private static Optional<Verdict> differs(PathwayState state, Stage stage, Consent consent) {
        TreatmentPlan plan = state.plan();
        BodySide donor = plan.donorSide(stage).orElse(null);
        PlannedSetting setting = plan.setting(stage).orElse(null);
        FaceSide face = state.plannedSide().orElse(null);
        if (consent.procedure() != plan.option()) {
            return Optional.of(differs("procedure", consent.procedure(), plan.option()));
        }
        if (face != null && face != consent.faceSide()) {
            return Optional.of(differs("face side", consent.faceSide(), face));
        }
        if (consent.donorSide() != donor) {
            return Optional.of(differs("donor side", consent.donorSide(), donor));
        }
        return consent.setting() != null && consent.setting() != setting
                ? Optional.of(differs("setting", consent.setting(), setting))
                : Optional.empty();
    }

    private static Verdict differs(String what, @Nullable Enum<?> consented, @Nullable Enum<?> planned) {
        return Verdict.refused(
                "stage",
                "The consent names the " + what + " " + consented + ", planned is " + planned,
                "Obtain a consent that agrees with the plan");
    }

    static final Check<SlotEntry> RISK_IS_ACCEPTED = Check.hard(
            "INV-19",
            "Above ASA class {asaHighestClass} nobody is operated electively, above class {asaHighestClassDayCase} not at a surgery centre of day cases.",
            (state, command, given) -> {
                int asa = asaClass(state, command.stage());
                boolean never = asa > given.policy().of(Threshold.ASA_HIGHEST_CLASS);
                boolean highRisk = asa > given.policy().of(Threshold.ASA_HIGHEST_CLASS_DAY_CASE);
                return Verdict.refusedIf(
                        never || (highRisk && !atHospital(state, given)),
                        "stage",
                        "The patient is ASA class " + asa,
                        never ? "Do not operate electively" : "Refer the patient to a hospital");
            });

    static final Check<SlotEntry> HIGH_RISK_IS_DECIDED = Check.clinical(
            "INV-19",
            "Above ASA class {asaHighestClassDayCase} a patient is operated at a hospital only by decision of the anesthesiologist.",
            Set.of(Role.ANESTHESIOLOGIST),
            (state, command, given) -> {
                int asa = asaClass(state, command.stage());
                return Verdict.refusedIf(
                        asa > given.policy().of(Threshold.ASA_HIGHEST_CLASS_DAY_CASE)
                                && asa <= given.policy().of(Threshold.ASA_HIGHEST_CLASS)
                                && atHospital(state, given),
                        "stage",
                        "The patient is ASA class " + asa,
                        "The anesthesiologist may override with a reason");
            });

    static final Condition CLEARANCE_IS_IN_FORCE = Condition.hard(
                    "INV-19", "An operation is booked with a clearance that is in force.", on -> {
                        LocalDate until = on.state()
                                .schedule()
                                .readinessFor(on.theStage())
                                .clearedUntil();
                        if (until == null) {
                            return Verdict.refused(
                                    "stage",
                                    ReadinessRules.missingClearance(on),
                                    "Grant a clearance that covers the day");
                        }
                        if (on.state().isClearanceUsed(on.theStage())) {
                            return Verdict.refused(
                                    "stage",
                                    "The clearance was for the operation that was carried out",
                                    "Grant a new clearance");
                        }
                        return on.day().isAfter(until)
                                ? Verdict.refused(
                                        "stage",
                                        "The clearance was valid until " + until,
                                        "Grant a clearance that covers the day")
                                : Verdict.metUntil("Cleared until " + until, null, on.endOf(until));
                    })
            .fulfilledBy(GrantClearance.class);

    static final Check<SlotEntry> CLEARED_ON_THE_DAY = Check.hard(
            "INV-19", "An operation is booked with a clearance that is valid on its day.", (state, command, given) -> {
                LocalDate until = state.schedule().readinessFor(command.stage()).clearedUntil();
                return Verdict.refusedIf(
                        until != null && dayOf(state, command).isAfter(until),
                        "startsAt",
                        "The clearance is valid until " + until + ", the operation is on " + dayOf(state, command),
                        "Grant a clearance that covers the day");
            });

    static final Check<SlotEntry> STAY_IS_SHORT = Check.policy(
            "INV-41",
            "At a surgery centre of day cases the expected stay does not exceed {dayCaseMaxHours} hours.",
            (state, command, given) -> staysShort(
                    site(state, given),
                    command.stage(),
                    command.estimatedMinutes(),
                    command.recoveryMinutes(),
                    given.policy()));

    static final Check<SlotEntry> SETTING_FITS_THE_CENTRE = Check.policy(
            "INV-41",
            "An operation that is planned with a stay in hospital is not booked at a surgery centre of day cases.",
            (state, command, given) -> Verdict.refusedIf(
                    state.plan()
                                    .setting(command.stage())
                                    .filter(PlannedSetting.INPATIENT::equals)
                                    .isPresent()
                            && !atHospital(state, given),
                    "stage",
                    "The plan says that the patient stays in hospital",
                    "Operate at a hospital, or revise the plan"));

    /**
     * Whether a patient who is operated for so long leaves a surgery centre of day cases in time.
     *
     * @param recoveryMinutes {@code null} for the usual time
     */
    static Verdict staysShort(
            Optional<SurgicalSite> site,
            Stage stage,
            int estimatedMinutes,
            @Nullable Integer recoveryMinutes,
            Policy policy) {
        int minutes = policy.of(Threshold.ADMISSION_LEAD_MINUTES)
                + estimatedMinutes
                + recoveryMinutes(stage, recoveryMinutes, policy);
        return Verdict.refusedIf(
                !isHospital(site) && minutes > policy.of(Threshold.DAY_CASE_MAX_HOURS) * 60,
                recoveryMinutes == null ? "estimatedMinutes" : "recoveryMinutes",
                "The expected stay is " + minutes + " min from admission to discharge",
                "Stay within " + policy.of(Threshold.DAY_CASE_MAX_HOURS) + " hours, or operate at a hospital");
    }

    /** Minutes from the end of the operation to discharge, as given or as usual. */
    static int recoveryMinutes(SlotEntry command, Circumstances given) {
        return recoveryMinutes(command.stage(), command.recoveryMinutes(), given.policy());
    }

    private static int recoveryMinutes(Stage stage, @Nullable Integer expected, Policy policy) {
        if (expected != null) {
            return expected;
        }
        return stage == Stage.ONE
                ? policy.of(Threshold.STAGE_ONE_RECOVERY_MINUTES)
                : policy.of(Threshold.STAGE_TWO_RECOVERY_MINUTES);
    }

    private static int asaClass(PathwayState state, Stage stage) {
        AnesthesiaAssessed assessed = state.schedule().readinessFor(stage).anesthesia();
        return assessed == null ? 0 : assessed.asaClass();
    }

    private static boolean atHospital(PathwayState state, Circumstances given) {
        return isHospital(site(state, given));
    }

    private static boolean isHospital(Optional<SurgicalSite> site) {
        return site.filter(each -> each.kind() == SiteKind.HOSPITAL).isPresent();
    }

    private static Optional<SurgicalSite> site(PathwayState state, Circumstances given) {
        return given.reference().site(state.intake().siteId());
    }

    private static LocalDate dayOf(PathwayState state, SlotEntry command) {
        ZoneId zone = state.intake().zoneId();
        return command.startsAt().atZoneSameInstant(zone).toLocalDate();
    }
}
