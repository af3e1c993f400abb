package org.crossface.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.crossface.coordination.record.RecordedPathway;
import org.crossface.pathway.adjunct.AdjunctKind;
import org.crossface.pathway.adjunct.Adjuncts;
import org.crossface.pathway.adjunct.MagneticResonance;
import org.crossface.pathway.aftercare.AfterCare;
import org.crossface.pathway.aftercare.vocabulary.ClavienDindo;
import org.crossface.pathway.aftercare.vocabulary.ComplicationSite;
import org.crossface.pathway.aftercare.vocabulary.ComplicationType;
import org.crossface.pathway.aftercare.vocabulary.RedFlag;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.Consents;
import org.crossface.pathway.consent.MediaKind;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.evaluation.Cause;
import org.crossface.pathway.evaluation.Evaluation;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.health.AllergySeverity;
import org.crossface.pathway.intake.Intake;
import org.crossface.pathway.neurotization.GraftStatus;
import org.crossface.pathway.neurotization.NerveGraft;
import org.crossface.pathway.oversight.Concern;
import org.crossface.pathway.oversight.ConcernKind;
import org.crossface.pathway.oversight.Contradiction;
import org.crossface.pathway.planning.NerveSource;
import org.crossface.pathway.planning.PlannedSetting;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.planning.TreatmentPlan;
import org.crossface.pathway.rehabilitation.Rehabilitation;
import org.crossface.pathway.rehabilitation.vocabulary.ProgrammeStatus;
import org.crossface.pathway.rehabilitation.vocabulary.SpontaneousSmile;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.MuscleFlap;
import org.crossface.pathway.surgery.vocabulary.FlapCondition;
import org.crossface.pathway.surgery.vocabulary.MotorNerve;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A pathway as the API publishes it: the present state, by phase, from corrected facts without retracted ones. Its shape is independent of the domain
 * state that it is read from.
 */
record PathwayResponse(
        String pathwayId,
        String patientId,
        @Schema(description = "Surgery centre") String siteId,

        @Schema(description = "IANA time zone of the surgery centre")
        String zone,

        Phase phase,

        @Schema(description = "Phase to which it returns from a hold, a loss or a withdrawal") @Nullable
        Phase phaseBefore,

        @Schema(description = "Version of the stream, for If-Match")
        long sequence,

        @Schema(description = "Global position of its last event")
        long position,

        Referred referral,
        Evaluated evaluation,
        Planned plan,

        @Schema(description = "In the order of signing") List<Consented> consents,

        @Schema(description = "Operations in the order of scheduling, cancelled ones included")
        List<Case> cases,

        @Schema(description = "Absent until a nerve was harvested") @Nullable
        Graft graft,

        @Schema(description = "Absent until a muscle was harvested") @Nullable
        Flap flap,

        @Schema(description = "Every muscle, in the order of its harvest or attestation, with its therapy and outcome")
        List<FollowedFlap> flaps,

        FollowedUp aftercare,
        Therapy therapy,
        @Nullable LocalDate diedOn,

        @Schema(description = "Photographs and video, in the order of taking")
        List<Taken> media,

        @Schema(
                description =
                        "Facts that lost what a rule asks for when another was corrected; the next step waits for a decision")
        List<Contradicted> contradictions,

        @Schema(description = "What has to be looked into, until somebody closes it")
        List<Concerned> concerns,

        @Schema(description = "Procedures beside the plan, planned or carried out, in the order of recording")
        List<Beside> adjuncts,

        @Schema(description = "The newest list; absent while nobody asked, empty when there are none") @Nullable
        List<AllergicTo> allergies,

        @Schema(description = "The newest list; absent while nobody asked, empty when there are none") @Nullable
        List<Takes> medication) {

    /** Something that has to be looked into. */
    @Schema(name = "PathwayConcern")
    record Concerned(
            @Schema(description = "To name in close-concern")
            String concernId,

            ConcernKind kind,

            @Schema(description = "The operation that it is about") @Nullable
            String caseId,

            @Schema(description = "The fact that raised it; absent for a near miss, which left none") @Nullable
            String factId,

            @Schema(description = "The step that a rule stopped; only of a near miss") @Nullable
            String command,

            OffsetDateTime since) {

        static Concerned of(Concern open) {
            return new Concerned(
                    open.concernId(), open.kind(), open.caseId(), open.aboutFactId(), open.command(), open.since());
        }
    }

    /** A procedure beside the plan. */
    @Schema(name = "PathwayAdjunct")
    record Beside(
            @Schema(description = "To name in record-adjunct (as plannedId) and remove-adjunct")
            String adjunctId,

            AdjunctKind kind,
            FaceSide side,
            @Nullable LocalDate plannedFor,

            @Schema(description = "Absent while it is planned") @Nullable
            OffsetDateTime performedAt,

            @Schema(description = "What was implanted; absent when nothing was") @Nullable
            String product,

            @Nullable String lot,
            @Nullable MagneticResonance magneticResonance,

            @Schema(description = "When the implant was taken out") @Nullable
            OffsetDateTime removedAt) {

        static Beside of(Adjuncts.Adjunct each) {
            return new Beside(
                    each.adjunctId(),
                    each.kind(),
                    each.side(),
                    each.plannedFor(),
                    each.performedAt(),
                    each.product(),
                    each.lot(),
                    each.magneticResonance(),
                    each.removedAt());
        }
    }

    /** An allergy. */
    @Schema(name = "PathwayAllergy")
    record AllergicTo(String substance, @Nullable String reaction, AllergySeverity severity) {}

    /** A drug that the patient takes. */
    @Schema(name = "PathwayMedicine")
    record Takes(
            String drug, @Nullable String dose, @Nullable LocalDate lastTakenOn) {}

    /** Photographs or a video. */
    @Schema(name = "PathwayMedia")
    record Taken(
            @Schema(description = "To name in use-media") String mediaId, MediaKind kind, OffsetDateTime at) {}

    /** A fact that lost what a rule asks for. */
    @Schema(name = "PathwayContradiction")
    record Contradicted(
            @Schema(description = "To name in decide-contradiction")
            String contradictionId,

            @Schema(description = "The fact that lost its footing")
            String factId,

            @Schema(description = "Such as INV-20") String rule,

            @Schema(description = "The case whose steps wait; absent when those of the whole pathway do") @Nullable
            String caseId,

            OffsetDateTime since,
            @Nullable String finding) {

        static Contradicted of(Contradiction found) {
            return new Contradicted(
                    found.contradictionId(),
                    found.factId(),
                    found.rule(),
                    found.caseId(),
                    found.since(),
                    found.finding());
        }
    }

    /** The facts of the referral. */
    @Schema(name = "PathwayReferral")
    record Referred(
            @Nullable ParalysedSide side,

            @Schema(description = "Whether it came without a reason")
            boolean reasonMissing,

            boolean interpreterNeeded,

            @Schema(description = "Whether somebody decides for the patient")
            boolean representativeKnown) {

        static Referred of(Intake intake) {
            return new Referred(
                    intake.referredSide(),
                    intake.reasonMissing(),
                    intake.interpreterNeeded(),
                    intake.representativeKnown());
        }
    }

    /** The facts of the evaluation. */
    @Schema(name = "PathwayEvaluation")
    record Evaluated(
            boolean goalsRecorded,
            @Nullable ParalysedSide paralysedSide,
            @Nullable Cause cause,

            @Schema(description = "ISO date of year, month or day precision; absent when congenital") @Nullable
            String onset,

            @Schema(description = "House-Brackmann before treatment, 1 (normal) to 6 (no movement)") @Nullable
            Integer houseBrackmann,

            @Schema(description = "Sunnybrook composite before treatment, 0 to 100") @Nullable
            Integer sunnybrook,

            @Schema(description = "Smile excursion before treatment, mm") @Nullable
            Double smileExcursionMm,

            @Schema(description = "Whether the smile of the healthy side was found usable")
            boolean healthySmileConfirmed,

            boolean completed) {

        static Evaluated of(Evaluation evaluation) {
            Evaluation.Paralysis paralysis = evaluation.finding().orElse(null);
            Assessment baseline = evaluation.baseline();
            return new Evaluated(
                    evaluation.goalsRecorded(),
                    paralysis == null ? null : paralysis.side(),
                    paralysis == null ? null : paralysis.cause(),
                    paralysis == null ? null : paralysis.onset(),
                    baseline.houseBrackmann() == null && paralysis != null
                            ? Integer.valueOf(paralysis.houseBrackmann())
                            : baseline.houseBrackmann(),
                    baseline.sunnybrook() == null ? null : baseline.sunnybrook().composite(),
                    baseline.smileExcursionMm(),
                    evaluation.healthySmileConfirmed(),
                    evaluation.completed());
        }
    }

    /** The decisions and the plan. */
    @Schema(name = "PathwayPlan")
    record Planned(
            @Schema(description = "What the candidacy was approved for") @Nullable
            TreatmentOption approvedOption,

            @Schema(description = "0 while there is no plan")
            int version,

            @Nullable TreatmentOption option,
            @Nullable PlannedSetting stageOneSetting,
            @Nullable PlannedSetting stageTwoSetting,
            @Nullable NerveSource nerveSource,
            @Nullable BodySide donorLeg,
            @Nullable BodySide donorThigh) {

        static Planned of(TreatmentPlan plan) {
            return new Planned(
                    plan.approvedOption(),
                    plan.version(),
                    plan.option(),
                    plan.stageOneSetting(),
                    plan.stageTwoSetting(),
                    plan.nerveSource(),
                    plan.donorLeg(),
                    plan.donorThigh());
        }
    }

    /** A signed consent. */
    @Schema(name = "PathwayConsent")
    record Consented(
            String consentId,
            ConsentType type,

            @Schema(description = "Absent for one that is about no operation") @Nullable
            Stage stage,

            @Nullable FaceSide faceSide,

            @Schema(description = "Donor leg of stage one, donor thigh of stage two") @Nullable
            BodySide donorSide,

            @Schema(description = "Version of the plan that was explained")
            int planVersion,

            @Schema(description = "Last day of validity; absent when it holds until it is revoked") @Nullable
            LocalDate validUntil,

            Consents.Status status) {

        static Consented of(Consents.Consent consent) {
            return new Consented(
                    consent.consentId(),
                    consent.type(),
                    consent.stage(),
                    consent.faceSide(),
                    consent.donorSide(),
                    consent.planVersion(),
                    consent.validUntil(),
                    consent.status());
        }
    }

    /** The present schedule of an operation. */
    @Schema(name = "PathwayCase")
    record Case(
            String caseId,
            Stage stage,
            String siteId,
            String room,
            OffsetDateTime startsAt,
            @Schema(description = "In theatre, minutes") int estimatedMinutes,

            @Schema(description = "Planned in recovery, minutes")
            int recoveryMinutes,

            List<String> surgeonIds,
            int planVersion,
            String consentId,
            boolean cancelled,
            @Nullable OffsetDateTime incisionAt,

            @Schema(description = "Whether the operation was completed")
            boolean completed,

            @Schema(description = "Whether it was broken off")
            boolean discontinued,

            @Schema(description = "Whether the patient has left the centre after it")
            boolean left,

            @Schema(description = "The case to which it is a return to theatre") @Nullable
            String follows) {

        static Case of(SurgicalCase scheduled, PathwayState state) {
            var operation = state.operations().of(scheduled.caseId());
            return new Case(
                    scheduled.caseId(),
                    scheduled.stage(),
                    scheduled.siteId(),
                    scheduled.room(),
                    scheduled.startsAt(),
                    scheduled.estimatedMinutes(),
                    scheduled.recoveryMinutes(),
                    scheduled.surgeonIds(),
                    scheduled.planVersion(),
                    scheduled.consentId(),
                    scheduled.cancelled(),
                    operation.incisionAt().orElse(null),
                    operation.isCompleted(),
                    operation.isDiscontinued(),
                    state.recoveries().of(scheduled.caseId()).hasLeft(),
                    scheduled.follows());
        }
    }

    /** The cross-facial nerve graft. */
    @Schema(name = "PathwayGraft")
    record Graft(
            GraftStatus status,
            double lengthCm,

            @Schema(description = "Day on which neurotization was confirmed") @Nullable
            LocalDate confirmedOn,

            @Schema(description = "Last day of the window for stage two") @Nullable
            LocalDate windowUntil,

            @Schema(description = "How often the window was extended")
            int extensions,

            @Schema(description = "Whether the window has lapsed")
            boolean lapsed) {

        static @Nullable Graft of(NerveGraft graft) {
            return graft.status() == GraftStatus.NONE
                    ? null
                    : new Graft(
                            graft.status(),
                            graft.lengthCm(),
                            graft.confirmedOn(),
                            graft.windowUntil(),
                            graft.extensions(),
                            graft.lapsed());
        }
    }

    /** The transferred muscle. */
    @Schema(name = "PathwayFlap")
    record Flap(
            String flapId,
            String caseId,
            FlapCondition condition,
            @Nullable OffsetDateTime pedicleDividedAt,
            @Nullable OffsetDateTime reperfusedAt,

            @Schema(description = "From division to reperfusion, minutes; 0 before reperfusion")
            int ischemiaMinutes) {

        static @Nullable Flap of(MuscleFlap flap) {
            return flap.exists()
                    ? new Flap(
                            flap.flapId(),
                            flap.caseId(),
                            flap.condition(),
                            flap.pedicleDividedAt(),
                            flap.reperfusedAt(),
                            flap.ischemiaMinutes())
                    : null;
        }
    }

    /** A transferred muscle with its own therapy and outcome. */
    @Schema(name = "PathwayFollowedFlap")
    record FollowedFlap(
            String flapId,
            String caseId,
            FlapCondition condition,

            @Schema(description = "Side of the face") @Nullable
            FaceSide side,

            @Nullable BodySide thigh,
            @Nullable MotorNerve nerve,

            @Schema(description = "Day of the completed transfer, here or at another centre") @Nullable
            LocalDate operatedOn,

            Therapy therapy) {

        static FollowedFlap of(MuscleFlap flap, Rehabilitation rehabilitation) {
            return new FollowedFlap(
                    flap.flapId(),
                    flap.caseId(),
                    flap.condition(),
                    flap.side(),
                    flap.thigh(),
                    flap.nerve(),
                    flap.operatedOn(),
                    Therapy.of(rehabilitation));
        }
    }

    /** The facts of the after-care. */
    @Schema(name = "PathwayAftercare")
    record FollowedUp(
            @Schema(description = "Day of the last contact or visit") @Nullable
            LocalDate lastEncounterOn,

            @Schema(description = "Nobody has resolved them yet")
            List<RedFlag> openRedFlags,

            @Schema(description = "All of them, in the order of raising")
            List<Flag> redFlags,

            List<Complication> complications) {

        /** A red flag. */
        @Schema(name = "PathwayRedFlag")
        record Flag(
                @Schema(description = "As the commands that acknowledge and resolve it name it")
                String flagId,

                RedFlag flag,
                OffsetDateTime raisedAt,

                @Schema(description = "Whether somebody has acknowledged it")
                boolean answered) {}

        /** A complication. */
        @Schema(name = "PathwayComplication")
        record Complication(
                String complicationId,
                ComplicationType type,
                ComplicationSite site,
                ClavienDindo grade,
                boolean open) {}

        static FollowedUp of(AfterCare care) {
            return new FollowedUp(
                    care.lastEncounterOn(),
                    care.openRedFlags().values().stream().sorted().toList(),
                    care.followUp().flags().stream()
                            .map(each -> new Flag(each.flagId(), each.flag(), each.raisedAt(), each.answered()))
                            .toList(),
                    care.complications().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(each -> new Complication(
                                    each.getKey(),
                                    each.getValue().type(),
                                    each.getValue().site(),
                                    each.getValue().grade(),
                                    each.getValue().open()))
                            .toList());
        }
    }

    /** Therapy and outcome. */
    @Schema(name = "PathwayTherapy")
    record Therapy(
            ProgrammeStatus programme,

            @Schema(description = "Day from which the months of therapy count") @Nullable
            LocalDate dayZero,

            @Schema(description = "Sessions that took place")
            int sessions,

            @Nullable LocalDate firstMovementOn,
            @Nullable SpontaneousSmile spontaneousSmile,

            @Schema(description = "Whether the transfer was declared not to function")
            boolean nonFunctioning) {

        static Therapy of(Rehabilitation rehabilitation) {
            return new Therapy(
                    rehabilitation.programme(),
                    rehabilitation.dayZero(),
                    rehabilitation.sessions(),
                    rehabilitation.firstMovementOn(),
                    rehabilitation.spontaneousSmile(),
                    rehabilitation.nonFunctioning());
        }
    }

    static PathwayResponse of(RecordedPathway found) {
        PathwayState state = found.state();
        return new PathwayResponse(
                found.pathwayId(),
                found.patientId(),
                found.siteId(),
                found.zone(),
                state.phase(),
                state.phase() == state.interruptedPhase() ? null : state.interruptedPhase(),
                found.sequence(),
                found.position(),
                Referred.of(state.intake()),
                Evaluated.of(state.evaluation()),
                Planned.of(state.plan()),
                state.consents().all().stream().map(Consented::of).toList(),
                state.schedule().cases().stream()
                        .map(each -> Case.of(each, state))
                        .toList(),
                Graft.of(state.graft()),
                Flap.of(state.newestFlap()),
                state.flaps().all().stream()
                        .map(each -> FollowedFlap.of(each, state.rehabilitationOf(each)))
                        .toList(),
                FollowedUp.of(state.afterCare()),
                Therapy.of(state.newestRehabilitation()),
                state.oversight().diedOn(),
                state.consents().media().stream()
                        .map(each -> new Taken(each.mediaId(), each.kind(), each.at()))
                        .toList(),
                state.oversight().contradictions().stream()
                        .map(Contradicted::of)
                        .toList(),
                state.oversight().concerns().stream().map(Concerned::of).toList(),
                state.adjuncts().all().stream().map(Beside::of).toList(),
                listed(
                        state.health().allergies(),
                        each -> new AllergicTo(each.substance(), each.reaction(), each.severity())),
                listed(state.health().medicines(), each -> new Takes(each.drug(), each.dose(), each.lastTakenOn())));
    }

    private static <T, P> @Nullable List<P> listed(@Nullable List<T> known, Function<T, P> published) {
        return known == null ? null : known.stream().map(published).toList();
    }
}
