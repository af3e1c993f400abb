package org.crossface.pathway.oversight.correction;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.jspecify.annotations.Nullable;

/**
 * A correction or retraction together with the fact that it is about, as its rules judge it.
 *
 * @param target the effective fact; {@code null} when there is none
 * @param before the state in which the fact was recorded, as the facts before it are held to be true
 * @param author who recorded the fact
 * @param recordedAt when the fact was recorded; {@code null} when there is none
 * @param consequence whether nobody entered the fact, since it follows from another one
 * @param fields what is corrected; empty for a retraction
 */
record Amendment(
        String pathwayId,
        OffsetDateTime occurredAt,
        @Nullable PathwayEvent target,
        PathwayState before,
        @Nullable String author,
        @Nullable Instant recordedAt,
        boolean consequence,
        List<CorrectedField> fields,
        String reason)
        implements PathwayCommand, AllowedAfterDeath {

    /** What judges a correction together with its fact. */
    static final UseCase<Amendment> CORRECTION = UseCase.of(Amendment.class, "Correct record")
            .checks(
                    CorrectionRules.FACT_IS_KNOWN,
                    CorrectionRules.DEATH_IS_OF_THE_PERSON,
                    CorrectionRules.PERSON_FOLLOWS_THE_LINK,
                    CorrectionRules.AMENDMENT_IS_EXPLAINED,
                    CorrectionRules.VALUES_CAN_BE_READ,
                    CorrectionRules.SIDE_STANDS_AFTER_INCISION);

    /** What judges a retraction together with its fact. */
    static final UseCase<Amendment> RETRACTION = UseCase.of(Amendment.class, "Retract record")
            .checks(
                    CorrectionRules.FACT_IS_KNOWN,
                    CorrectionRules.DEATH_IS_OF_THE_PERSON,
                    CorrectionRules.PERSON_FOLLOWS_THE_LINK,
                    CorrectionRules.AMENDMENT_IS_EXPLAINED,
                    CorrectionRules.SIDE_STANDS_AFTER_INCISION);
}
