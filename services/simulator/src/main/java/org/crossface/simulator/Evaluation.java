package org.crossface.simulator;

import static org.crossface.simulator.Staff.COORDINATOR;
import static org.crossface.simulator.Staff.PREOP_NURSE;
import static org.crossface.simulator.Staff.SURGEON;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** From the referral to the plan: visits, the five factors, candidacy. */
final class Evaluation {

    private static final List<String> CAUSES = List.of(
            "BELL_PALSY",
            "BELL_PALSY",
            "BELL_PALSY",
            "VESTIBULAR_SCHWANNOMA",
            "PAROTID_SURGERY",
            "TRAUMA",
            "RAMSAY_HUNT");
    private static final List<String> GOALS = List.of(
            "Smile without thinking about it",
            "Smile at my children and be understood",
            "A face that rests evenly",
            "To eat and drink in company again");

    private final Course course;
    private final World world;

    Evaluation(Course course) {
        this.course = course;
        this.world = course.world();
    }

    /** Plans everything that follows a referral on this day. */
    void follow(LocalDate referredOn) {
        if (course.mishap(0.04)) {
            course.plan(
                    World.at(referredOn.plusDays(2), "10:05"),
                    COORDINATOR,
                    "decline-referral",
                    "reason",
                    world.oneOf(List.of("NOT_FACIAL_PARALYSIS", "CENTRAL_PALSY", "PATIENT_DECLINED")));
            return;
        }
        LocalDate visit = referredOn.plusDays(world.between(6, 26));
        call(referredOn.plusDays(world.between(0, 3)), visit);
    }

    /** Plans the call that arranges a first visit, and its consequences. */
    void call(LocalDate day, LocalDate visitFrom) {
        LocalDate visit = Weekdays.onOrAfter(visitFrom);
        course.plan(
                World.at(Weekdays.onOrAfter(day), "11:20"),
                COORDINATOR,
                "schedule-evaluation",
                "visitAt",
                World.at(visit, "09:30").toString(),
                "mode",
                "IN_PERSON");
        course.plan(World.at(visit, "09:40"), () -> evaluate(visit));
    }

    private void evaluate(LocalDate visit) {
        OffsetDateTime t = World.at(visit, "09:40");
        boolean bilateral = course.mishap(0.03);
        course.now(
                t,
                SURGEON,
                "record-goals",
                "goals",
                world.oneOf(GOALS),
                "priorities",
                List.of(
                        "SPONTANEOUS_SMILE",
                        world.oneOf(List.of("REST_SYMMETRY", "SPEECH", "ORAL_COMPETENCE", "EYE"))));
        characterise(visit, bilateral);
        if (bilateral) {
            declineBilateral(visit);
            return;
        }
        takeHistory(t.plusMinutes(10));
        if (world.chance(0.06)) {
            course.attempt(t.plusMinutes(14), SURGEON, "confirm-healthy-side", healthySideTest(course.paralysed()));
        }
        course.now(t.plusMinutes(15), SURGEON, "confirm-healthy-side", healthySideTest(course.healthy()));
        if (world.chance(0.1)) {
            course.attempt(t.plusMinutes(16), SURGEON, "complete-evaluation");
        }
        assessBaseline(t.plusMinutes(25));
        if (world.chance(0.6)) {
            recordEface(t.plusMinutes(35));
        }
        course.plan(t.plusMinutes(50), SURGEON, "complete-evaluation");
        LocalDate decision = Weekdays.onOrAfter(visit.plusDays(world.between(3, 13)));
        course.plan(World.at(decision, "15:10"), () -> decide(decision, candidacy(decision)));
    }

    private void takeHistory(OffsetDateTime when) {
        History history = course.history();
        course.now(when, PREOP_NURSE, "list-allergies", history.allergyList());
        course.now(when.plusMinutes(1), PREOP_NURSE, "list-medication", history.medicationList());
        Mood.screen(course, when.plusMinutes(3), "EVALUATION");
        if (history.agreesToPhotographs()) {
            boolean minor = course.ageOn(when.toLocalDate()) < 18;
            course.now(
                    when.plusMinutes(4),
                    SURGEON,
                    "obtain-consent",
                    "type",
                    "PHOTO",
                    "signer",
                    minor ? "REPRESENTATIVE" : "PATIENT",
                    "signerName",
                    "Signed on paper",
                    "lacksCapacity",
                    false,
                    "afterSedation",
                    false);
            Pictures.take(course, when.plusMinutes(12), "PHOTOGRAPH");
        }
    }

    /** Adjunct procedures protect the eye or balance the face while the muscle is to come. */
    private void planAdjunct(OffsetDateTime decided) {
        if (course.mishap(0.12)) {
            adjunct(decided, "EYELID_WEIGHT", course.paralysed());
        } else if (course.mishap(0.14)) {
            adjunct(decided, "BOTULINUM_TOXIN", course.healthy());
        } else if (course.mishap(0.06)) {
            adjunct(decided, "BROW_LIFT", course.paralysed());
        }
    }

    private void adjunct(OffsetDateTime decided, String kind, String side) {
        boolean weight = kind.equals("EYELID_WEIGHT");
        boolean toxin = kind.equals("BOTULINUM_TOXIN");
        LocalDate day = Weekdays.onOrAfter(decided.toLocalDate().plusDays(world.between(20, 45)));
        String plannedId = course.now(
                        decided,
                        SURGEON,
                        "plan-adjunct",
                        "kind",
                        kind,
                        "side",
                        side,
                        "plannedFor",
                        day.toString(),
                        "reason",
                        weight
                                ? "The eye does not close"
                                : toxin ? "The healthy side pulls the mouth across" : "The brow hangs over the eye")
                .body()
                .path("factIds")
                .path(0)
                .asString();
        course.plan(
                World.at(day, "12:10"),
                SURGEON,
                "record-adjunct",
                Fields.of(
                        "plannedId",
                        plannedId,
                        "kind",
                        kind,
                        "side",
                        side,
                        "product",
                        weight ? "Platinum chain" : toxin ? "OnabotulinumtoxinA" : null,
                        "lot",
                        weight || toxin ? "L" + world.between(10_000, 99_999) : null,
                        "magneticResonance",
                        weight ? "CONDITIONAL" : null,
                        "amount",
                        weight ? "1.2 g" : toxin ? "15 units" : null,
                        "surgeonId",
                        Staff.SURGEON_FOR_LONG_CASES));
    }

    private Object[] healthySideTest(String side) {
        return new Object[] {
            "testedSide", side, "branch", "BUCCOZYGOMATIC", "smileFunctional", true, "method", "CLINICAL"
        };
    }

    private void characterise(LocalDate visit, boolean bilateral) {
        boolean congenital = course.ageOn(visit) < 14;
        int years = Math.min(Math.max(3, course.ageOn(visit) - 1), world.between(3, 11));
        course.now(
                World.at(visit, "09:48"),
                SURGEON,
                "characterise-paralysis",
                Fields.of(
                        "paralysedSide",
                        bilateral ? "BILATERAL" : course.paralysed(),
                        "cause",
                        congenital ? (bilateral ? "MOEBIUS" : "CONGENITAL") : world.oneOf(CAUSES),
                        "onset",
                        congenital ? null : visit.minusYears(years).toString().substring(0, 7),
                        "congenital",
                        congenital,
                        "completeness",
                        "COMPLETE",
                        "houseBrackmann",
                        world.between(5, 6),
                        "radiation",
                        false,
                        "synkinesis",
                        false,
                        "emgEvidence",
                        false,
                        "irreversibleLoss",
                        false));
    }

    private void assessBaseline(OffsetDateTime when) {
        course.now(
                when,
                SURGEON,
                "record-assessment",
                "houseBrackmann",
                6,
                "sunnybrookResting",
                List.of(1, world.between(1, 2), 1),
                "sunnybrookVoluntary",
                List.of(1, world.between(1, 2), 1, 1, 1),
                "sunnybrookSynkinesis",
                List.of(0, 0, 0, 0, 0),
                "smileExcursionMm",
                world.normal(0.6, 0.4, 0.0, 2.0, 0.1),
                "faceRawSum",
                world.between(34, 52));
    }

    private void recordEface(OffsetDateTime when) {
        course.now(
                when,
                SURGEON,
                "record-eface",
                "statics",
                List.of(world.between(40, 70), world.between(40, 70), world.between(30, 60), world.between(30, 60)),
                "dynamics",
                List.of(
                        world.between(0, 15),
                        world.between(20, 50),
                        world.between(10, 40),
                        world.between(0, 15),
                        world.between(0, 15),
                        world.between(0, 20),
                        world.between(0, 20)),
                "synkinesis",
                List.of(100, 100, 100, 100));
    }

    private enum Candidacy {
        APPROVED,
        APPROVED_MASSETERIC,
        APPROVED_DESPITE_AGE,
        DEFERRED,
        DECLINED
    }

    private Candidacy candidacy(LocalDate day) {
        int age = course.ageOn(day);
        if (age < 5) {
            return Candidacy.DEFERRED;
        }
        if (age >= 55) {
            return world.chance(0.35)
                    ? Candidacy.APPROVED_MASSETERIC
                    : world.chance(0.5) ? Candidacy.APPROVED_DESPITE_AGE : Candidacy.DECLINED;
        }
        if (age >= 18 && course.mishap(0.08)) {
            return Candidacy.APPROVED_MASSETERIC;
        }
        return course.mishap(0.06) ? Candidacy.DEFERRED : course.mishap(0.08) ? Candidacy.DECLINED : Candidacy.APPROVED;
    }

    private void decide(LocalDate day, Candidacy candidacy) {
        OffsetDateTime t = World.at(day, "15:10");
        switch (candidacy) {
            case APPROVED -> approve(t, Map.of());
            case APPROVED_MASSETERIC -> {
                course.treatmentIs(Treatment.MASSETERIC);
                approve(t, Map.of());
            }
            case APPROVED_DESPITE_AGE -> {
                course.attempt(t.minusMinutes(1), SURGEON, "decide-candidacy", approval(Map.of()));
                approve(
                        t,
                        Map.of(
                                "guidelineExceptions",
                                List.of("AGE"),
                                "exceptionRationale",
                                "Fit and active; strong contralateral smile; informed of slower regeneration"));
            }
            case DEFERRED -> defer(day);
            case DECLINED ->
                decline(t, course.ageOn(day) >= 55 ? "GRACILIS_MASSETERIC_1STAGE" : "MASSETERIC_TO_FACIAL");
        }
    }

    /** Plans a visit at the date of the review, when the reason for deferral may have resolved. */
    private void defer(LocalDate day) {
        LocalDate review = day.plusMonths(6);
        course.now(
                World.at(day, "15:10"),
                SURGEON,
                "decide-candidacy",
                "decision",
                "DEFER",
                "reasons",
                "Better decided after a further period of growth or nicotine abstinence",
                "reviewOn",
                review.toString(),
                "guidelineExceptions",
                List.of());
        LocalDate again = Weekdays.onOrAfter(review.plusDays(world.between(0, 9)));
        course.plan(World.at(again, "15:10"), () -> decide(again, candidacy(again)));
    }

    /** Without a healthy side there is no donor nerve: the evaluation ends as another treatment. */
    private void declineBilateral(LocalDate visit) {
        course.plan(
                World.at(visit, "16:00"),
                COORDINATOR,
                "decline-referral",
                "reason",
                "OTHER",
                "note",
                "Bilateral paralysis: no healthy facial nerve to take the signal from");
    }

    private void decline(OffsetDateTime when, String alternative) {
        course.now(
                when,
                SURGEON,
                "decide-candidacy",
                "decision",
                "DECLINE",
                "option",
                alternative,
                "reasons",
                "Another treatment serves this patient better",
                "guidelineExceptions",
                List.of());
    }

    private Object[] approval(Map<String, Object> exceptions) {
        return Fields.of(
                "decision",
                "APPROVE",
                "option",
                course.treatment().option(),
                "guidelineExceptions",
                exceptions.getOrDefault("guidelineExceptions", List.of()),
                "exceptionRationale",
                exceptions.get("exceptionRationale"));
    }

    private void approve(OffsetDateTime when, Map<String, Object> exceptions) {
        course.now(when, SURGEON, "decide-candidacy", approval(exceptions));
        boolean graft = course.treatment() == Treatment.GRAFT;
        course.now(
                when.plusMinutes(6),
                SURGEON,
                "select-plan",
                plan(
                        course,
                        graft
                                ? "Spontaneous smile wanted; long-standing paralysis; working healthy side"
                                : "A strong smile soon is wanted more than a spontaneous one"));
        OffsetDateTime after = when.plusMinutes(12);
        course.plan(after, () -> planAdjunct(after));
        new Preparation(course, graft ? Operation.STAGE_ONE : Operation.STAGE_TWO)
                .follow(when.toLocalDate().plusDays(world.between(7, 24)));
    }

    /** The fields of a plan for the treatment of this patient. */
    static Object[] plan(Course course, String rationale) {
        boolean graft = course.treatment() == Treatment.GRAFT;
        return Fields.of(
                "option",
                course.treatment().option(),
                "stageOneSetting",
                graft ? "OUTPATIENT" : null,
                "stageTwoSetting",
                "OUTPATIENT",
                "nerveSource",
                course.treatment().nerveSource(),
                "donorLeg",
                graft ? course.leg() : null,
                "donorThigh",
                course.thigh(),
                "rationale",
                rationale);
    }
}
