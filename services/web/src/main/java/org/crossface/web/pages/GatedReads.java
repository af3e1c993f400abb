package org.crossface.web.pages;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.PurposeOfUse;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;

/** Reads for pages: always through the gate, for the purpose that goes without saying for the reader's role. */
public final class GatedReads {

    private final ReadGate gate;

    /** Reads through this gate. */
    public GatedReads(ReadGate gate) {
        this.gate = gate;
    }

    /**
     * Those rows that lie within the reader's sites.
     *
     * @param resource such as {@code clinical/board}
     * @param patient whom a row is about
     * @param site the site of its case
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

    /** Roles whose purpose does not go without saying read pages to review the quality of care. */
    private static String purpose(CurrentActor actor) {
        return PurposeOfUse.usualOrReview(actor.role());
    }
}
