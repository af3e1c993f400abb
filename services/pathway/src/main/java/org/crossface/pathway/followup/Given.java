package org.crossface.pathway.followup;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.followup.calendar.Calendars;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.state.CaseProgress;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.MuscleFlap;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;

/** What timers ask: the state, the policy and the calendars, and what several of them ask of these. Each answer is found once. */
final class Given {

    /** Before the referral nothing is reckoned; a zone is needed all the same. */
    static final ZoneId BEFORE_REFERRAL = ZoneOffset.UTC;

    /** A transferred muscle is followed, also while another operation is planned or booked. */
    private static final Set<Phase> FOLLOWING = Set.of(
            Phase.READY_FOR_STAGE2,
            Phase.STAGE2_PLANNED,
            Phase.STAGE2_DONE,
            Phase.REHABILITATING,
            Phase.OUTCOME_TRACKING,
            Phase.REPLANNED);

    private static final Set<Phase> GROWING = Set.of(Phase.NEUROTIZING, Phase.STAGE1_DONE, Phase.WINDOW_LAPSED);

    private final PathwayState state;
    private final Policy policy;
    private final Calendars calendars;
    private final Optional<Stage> preparing;
    private final Map<Stage, CaseProgress> open = new EnumMap<>(Stage.class);
    private final Map<Stage, LocalDate> operatedHere = new EnumMap<>(Stage.class);
    private final List<MuscleFlap> muscles;
    private final String openStep;

    Given(PathwayState state, Policy policy, Calendars calendars) {
        this.state = state;
        this.policy = policy;
        this.calendars = calendars;
        for (Stage stage : Stage.values()) {
            CaseProgress.open(state, stage).ifPresent(each -> open.put(stage, each));
            state.operatedHereOn(stage).ifPresent(day -> operatedHere.put(stage, day));
        }
        this.preparing = preparing(state);
        this.muscles = FOLLOWING.contains(state.phase()) ? state.flaps().atWork() : List.of();
        this.openStep = preparing.map(this::nextStep).orElse("");
    }

    /** The stage whose operation is prepared in this phase. */
    private static Optional<Stage> preparing(PathwayState state) {
        return switch (state.phase()) {
            case CANDIDATE, STAGE1_PLANNED -> Optional.of(state.nextStage());
            case READY_FOR_STAGE2, STAGE2_PLANNED -> Optional.of(Stage.TWO);
            case STAGE2_DONE, REHABILITATING, OUTCOME_TRACKING -> otherSide(state);
            default -> Optional.empty();
        };
    }

    /** An operation for the other side of a face that is paralysed on both. */
    private static Optional<Stage> otherSide(PathwayState state) {
        return state.plan().includes(Stage.TWO)
                        && state.plannedSide()
                                .filter(state.sidesWithoutMuscle()::contains)
                                .isPresent()
                ? Optional.of(Stage.TWO)
                : Optional.empty();
    }

    /** What is to be done next for an operation that is not booked; empty when it is, and for a booking that T-27 asks for. */
    private String nextStep(Stage stage) {
        if (open.containsKey(stage)) {
            return "";
        }
        if (!state.plan().exists()) {
            return "PLAN";
        }
        if (state.consents().standing(ConsentType.SURGICAL, stage).isEmpty()) {
            return "CONSENT";
        }
        if (state.schedule().readinessFor(stage).clearedUntil() == null) {
            return "CLEAR";
        }
        return state.phase() == Phase.READY_FOR_STAGE2 ? "" : "SLOT";
    }

    PathwayState state() {
        return state;
    }

    Policy policy() {
        return policy;
    }

    Calendars calendars() {
        return calendars;
    }

    /** The stage whose operation is prepared now. */
    Optional<Stage> preparing() {
        return preparing;
    }

    /** The operation that is prepared, once it is booked. */
    Optional<CaseProgress> booked() {
        return preparing.flatMap(stage -> Optional.ofNullable(open.get(stage)));
    }

    /** The stage whose operation is prepared, until the patient is admitted for it. */
    Optional<Stage> notAdmitted() {
        return preparing.filter(
                stage -> booked().filter(each -> each.operation().admittedAt().isPresent())
                        .isEmpty());
    }

    /** The next step towards a booking: {@code PLAN}, {@code CONSENT}, {@code CLEAR} or {@code SLOT}; empty for none. */
    String openStep() {
        return openStep;
    }

    /** Whether the pathway waits for another plan. */
    boolean replanned() {
        return state.phase() == Phase.REPLANNED;
    }

    /** The muscles that are followed in this phase. */
    List<MuscleFlap> muscles() {
        return muscles;
    }

    /** Whether the nerve graft grows. */
    boolean growing() {
        return GROWING.contains(state.phase());
    }

    /** Day of the latest operation of this stage here; another centre follows the wounds of its own operations. */
    Optional<LocalDate> operatedHere(Stage stage) {
        return Optional.ofNullable(operatedHere.get(stage));
    }

    /** The centre's day of this time. */
    LocalDate dayOf(OffsetDateTime time) {
        return state.dayOf(time);
    }

    /** Such as {@code , left}; empty with one muscle. */
    String sideOf(MuscleFlap flap) {
        return muscles.size() <= 1 || flap.side() == null
                ? ""
                : ", " + flap.side().name().toLowerCase(Locale.ROOT);
    }

    /** The day that lies a threshold of days from another one. */
    LocalDate plusDays(LocalDate day, Threshold days) {
        return day.plusDays(policy.of(days));
    }

    /** The day that lies a threshold of days before another one. */
    LocalDate minusDays(LocalDate day, Threshold days) {
        return day.minusDays(policy.of(days));
    }
}
