package org.crossface.pathway.health;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.crossface.pathway.evaluation.Scale;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.jspecify.annotations.Nullable;

/**
 * A screening as people read it.
 *
 * @param followedUpAt when somebody took it up; {@code null} while nobody has
 */
public record MoodScreen(MoodScreened answers, @Nullable OffsetDateTime followedUpAt) {

    /** When the patient answered. */
    public OffsetDateTime screenedAt() {
        return answers.occurredAt();
    }

    /** The sum of these answers; empty when they were not asked. */
    public static Optional<Integer> total(@Nullable List<Integer> answers) {
        return Optional.ofNullable(answers)
                .map(each -> each.stream().mapToInt(Integer::intValue).sum());
    }

    /** Whether a total reaches its threshold, or thoughts of self-harm were answered with anything but never. */
    public boolean isPositive(Policy policy) {
        return reaches(answers.phq2(), policy.of(Threshold.PHQ2_POSITIVE))
                || reaches(answers.phq9(), policy.of(Threshold.PHQ9_POSITIVE))
                || reaches(answers.hadsAnxiety(), policy.of(Threshold.HADS_POSITIVE))
                || reaches(answers.hadsDepression(), policy.of(Threshold.HADS_POSITIVE))
                || tellsOfSelfHarm();
    }

    /** Whether the last question of the PHQ-9, about thoughts of being better off dead, was answered with anything but never. */
    public boolean tellsOfSelfHarm() {
        List<Integer> phq9 = answers.phq9();
        return phq9 != null && phq9.size() == Scale.PHQ9.items().size() && phq9.getLast() > 0;
    }

    private static boolean reaches(@Nullable List<Integer> answers, int threshold) {
        return total(answers).filter(total -> total >= threshold).isPresent();
    }

    MoodScreen followedUp(OffsetDateTime at) {
        return followedUpAt == null ? new MoodScreen(answers, at) : this;
    }
}
