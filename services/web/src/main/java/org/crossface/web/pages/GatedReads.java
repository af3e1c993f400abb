package org.crossface.web.pages;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.PurposeOfUse;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;

/** Reads rows for pages through the {@link ReadGate}, with the usual purpose of use of the user's role. */
public final class GatedReads {

    private final ReadGate gate;

    /** Creates the reads on this gate. */
    public GatedReads(ReadGate gate) {
        this.gate = gate;
    }

    /**
     * Returns the rows of the sites that the user may see.
     *
     * @param resource such as {@code clinical/board}
     * @param patient the patient's identifier in a row
     * @param site the site of the row's case
     */
    public <T> List<T> rows(
            CurrentActor actor,
            String resource,
            Supplier<List<T>> read,
            Function<T, String> patient,
            Function<T, String> site) {
        return gate.showVisible(
                actor,
                resource,
                purpose(actor),
                () -> read.get().stream()
                        .map(row -> Shown.of(row, patient.apply(row), site.apply(row)))
                        .toList());
    }

    /** A role without a usual purpose of use reads pages to review the quality of care. */
    private static String purpose(CurrentActor actor) {
        return PurposeOfUse.usualOrReview(actor.role());
    }
}
