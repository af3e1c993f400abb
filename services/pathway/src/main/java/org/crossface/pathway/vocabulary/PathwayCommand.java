package org.crossface.pathway.vocabulary;

import java.time.OffsetDateTime;
import java.util.Locale;

/**
 * A command to one pathway. Each is a record whose first two components are {@code @TargetAggregateIdentifier String pathwayId} and
 * {@code OffsetDateTime occurredAt}; the others carry {@link org.crossface.platform.api.FormField}.
 */
public interface PathwayCommand {

    String pathwayId();

    /** When it happened clinically, with the offset of the place; not later than 2 minutes after it is recorded (INV-61). */
    OffsetDateTime occurredAt();

    /**
     * The public name of a command, as in the address of the API: {@code complete-stage-one} for {@code CompleteStageOne}. A public name stays
     * as it is.
     */
    static String publicName(String command) {
        return command.replaceAll("(?<=[a-z0-9])([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
