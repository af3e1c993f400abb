package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.crossface.pathway.recovery.vocabulary.PadssVariant;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.Totalled;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/**
 * The discharge score was taken.
 *
 * @param vitals 0 to 2
 * @param activity 0 to 2
 * @param nausea 0 to 2; with pain when the variant is PADSS
 * @param pain 0 to 2, MPADSS only
 * @param bleeding 0 to 2
 * @param intakeOutput 0 to 2, PADSS only
 * @param total 0 to 10, computed
 * @param lowest the lowest item
 */
@EventName("recovery.padss-scored")
public record PadssScored(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        PadssVariant variant,
        int vitals,
        int activity,
        int nausea,
        @Nullable Integer pain,
        int bleeding,
        @Nullable Integer intakeOutput,
        int total,
        int lowest)
        implements RecoveryFact, ConcernsCase, Encounter, Totalled<PadssScored> {

    @Override
    public PadssScored totalled() {
        List<Integer> items = Stream.of(vitals, activity, nausea, pain, bleeding, intakeOutput)
                .filter(Objects::nonNull)
                .map(ScoreItem::inRange)
                .toList();
        return new PadssScored(
                pathwayId,
                factId,
                occurredAt,
                caseId,
                variant,
                vitals,
                activity,
                nausea,
                pain,
                bleeding,
                intakeOutput,
                items.stream().mapToInt(Integer::intValue).sum(),
                items.stream().mapToInt(Integer::intValue).min().orElse(0));
    }
}
