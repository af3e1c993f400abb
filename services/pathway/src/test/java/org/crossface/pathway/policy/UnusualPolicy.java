package org.crossface.pathway.policy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A policy in which each threshold has another value than its default, so that a number which does not come from it is seen. */
public final class UnusualPolicy {

    /** Upper limits: lowered, so that what tests enter at the limit is refused. */
    private static final Set<Threshold> LIMITS = EnumSet.of(
            Threshold.AGE_LIMIT_YEARS,
            Threshold.SUPERFICIAL_INFECTION_DAYS,
            Threshold.TUNNEL_TOLERANCE_PERCENT,
            Threshold.TINEL_RETREAT_MM,
            Threshold.NEUROTIZATION_EXTENSIONS,
            Threshold.EXTENSION_MONTHS,
            Threshold.DAY_CASE_MAX_HOURS);

    /** Every threshold one above its default, or one below it. */
    public static final Policy POLICY = new Policy(
            "unusual",
            Arrays.stream(Threshold.values()).collect(Collectors.toMap(Function.identity(), UnusualPolicy::unusual)));

    private static final Pattern DATE_OR_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T\\S*)?|\\d\\d:\\d\\d");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w-])\\d+(\\.\\d+)?(?![\\w-])");

    private UnusualPolicy() {}

    private static int unusual(Threshold threshold) {
        return threshold.byDefault() + (LIMITS.contains(threshold) ? -1 : 1);
    }

    /** The numbers of a sentence, other than those of dates and times. */
    public static List<String> numbers(String sentence) {
        return NUMBER.matcher(DATE_OR_TIME.matcher(sentence).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
