package org.crossface.pathway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.crossface.pathway.followup.Timer;
import org.crossface.pathway.followup.Timers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each word of A-04 with its thresholds and their defaults. {@code historyMaxAgeDays} is dropped: an item of the pre-operative list is dated,
 * and a clearance with its own validity says whether it is recent enough.
 */
class AmendedThresholdsTest {

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "Fasting 2 h, CLEAR_LIQUID_HOURS, 2",
        "Fasting 6 h, LIGHT_MEAL_HOURS, 6",
        "Fasting 8 h, FULL_MEAL_HOURS, 8",
        "and additions, GLP1_LIQUID_DIET_HOURS, 24",
        "antibiotic windows, ANTIBIOTIC_MINUTES, 60",
        "antibiotic windows, ANTIBIOTIC_SLOW_MINUTES, 120",
        "antibiotic windows, ANTIBIOTIC_AGAIN_HOURS, 4",
        "identifiers, IDENTIFIERS_CHECKED, 2",
        "ischemia 90, ISCHEMIA_INFO_MINUTES, 90",
        "ischemia 135, ISCHEMIA_CAUTION_MINUTES, 135",
        "ischemia 240, ISCHEMIA_ALERT_MINUTES, 240",
        "ischemia 360, ISCHEMIA_CRITICAL_MINUTES, 360",
        "Tinel 20 %, TUNNEL_TOLERANCE_PERCENT, 20",
        "Tinel 30 mm, TINEL_RETREAT_MM, 30",
        "extensions 2, NEUROTIZATION_EXTENSIONS, 2",
        "x 3 months, EXTENSION_MONTHS, 3",
        "lost-to-follow-up 3 attempts, LOST_ATTEMPTS, 3",
        "2 channels, LOST_CHANNELS, 2",
        "30 days, LOST_DAYS, 30",
        "surveillance 30 days, SUPERFICIAL_INFECTION_DAYS, 30",
        "(90) days, DEEP_INFECTION_DAYS, 90",
        "(90) by category, SURVEILLANCE_90_STAGE_ONE, 0",
        "(90) by category, SURVEILLANCE_90_STAGE_TWO, 0",
        "global 90, GLOBAL_PERIOD_DAYS, 90",
        "first movement earliest 4 weeks, FIRST_MOVEMENT_WEEKS, 4",
        "fever 38.0, FEVER_TENTHS, 380",
        "38.5, FEVER_LATE_TENTHS, 385",
        "after 48 h, FEVER_LATE_HOURS, 48",
        "pain 8, UNCONTROLLED_PAIN, 8",
        "red-flag minutes, FLAP_DOUBT_ANSWER_MINUTES, 15",
        "red-flag minutes, RED_FLAG_URGENT_MINUTES, 60",
        "red-flag minutes, RED_FLAG_SOON_MINUTES, 240",
        "late entry 24 h, LATE_ENTRY_HOURS, 24",
        "override's life 24 h, OVERRIDE_HOURS, 24",
        "reason's length, REASON_CHARACTERS, 20",
        "no item 0, PADSS_LOWEST_ITEM, 1",
        "ASA limits, ASA_HIGHEST_CLASS, 4",
        "ASA limits, ASA_HIGHEST_CLASS_DAY_CASE, 3",
        "graft band 4 cm, GRAFT_BAND_MM, 40",
        "ranges that a centre may narrow, SURAL_LENGTH_MIN_MM, 80",
        "ranges that a centre may narrow, SURAL_LENGTH_MAX_MM, 400",
        "ranges that a centre may narrow, GRACILIS_LENGTH_MIN_MM, 60",
        "ranges that a centre may narrow, GRACILIS_LENGTH_MAX_MM, 160",
        "ranges that a centre may narrow, GRACILIS_WIDTH_MIN_MM, 15",
        "ranges that a centre may narrow, GRACILIS_WIDTH_MAX_MM, 80",
        "ranges that a centre may narrow, GRACILIS_WEIGHT_MIN_G, 5",
        "ranges that a centre may narrow, GRACILIS_WEIGHT_MAX_G, 80",
        "ranges that a centre may narrow, OPERATION_MIN_MINUTES, 30",
        "ranges that a centre may narrow, OPERATION_MAX_MINUTES, 900"
    })
    void everyWordHasItsThreshold(String word, Threshold threshold, int value) {
        assertThat(threshold.byDefault()).as(word).isEqualTo(value);
        assertThat(threshold.lowest()).isLessThan(threshold.highest());
        assertThat(threshold.meaning()).isNotBlank();
    }

    /** "Every offset of section 3": a row without a threshold has no number, its date is a fact. */
    @Test
    void everyOffsetOfSectionThreeIsAThreshold() {
        assertThat(Timers.ALL.stream()
                        .filter(timer -> timer.code().startsWith("T-"))
                        .filter(timer -> timer.thresholds().findAny().isEmpty())
                        .map(Timer::toString))
                .isEmpty();
    }

    @Test
    void theAgeOfAHistoryIsNoThresholdAnyMore() {
        assertThat(Threshold.named("historyMaxAgeDays")).isEmpty();
    }
}
