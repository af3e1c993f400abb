package org.crossface.pathway.surgery.vocabulary;

import java.util.List;
import java.util.Optional;
import org.crossface.pathway.policy.Threshold;
import org.jspecify.annotations.Nullable;

/** An antibiotic that is given before an operation, with the time that it takes to be given and to wear off. */
public enum Antibiotic {
    CEFAZOLIN(Threshold.ANTIBIOTIC_MINUTES, Threshold.ANTIBIOTIC_AGAIN_HOURS, "cefazolin", "cephalosporin"),
    AMPICILLIN_SULBACTAM(Threshold.ANTIBIOTIC_MINUTES, null, "ampicillin", "penicillin"),
    CLINDAMYCIN(Threshold.ANTIBIOTIC_MINUTES, null, "clindamycin"),
    VANCOMYCIN(Threshold.ANTIBIOTIC_SLOW_MINUTES, null, "vancomycin"),
    CIPROFLOXACIN(Threshold.ANTIBIOTIC_SLOW_MINUTES, null, "ciprofloxacin", "fluoroquinolone"),
    LEVOFLOXACIN(Threshold.ANTIBIOTIC_SLOW_MINUTES, null, "levofloxacin", "fluoroquinolone"),
    OTHER(Threshold.ANTIBIOTIC_MINUTES, null);

    private final Threshold window;
    private final @Nullable Threshold again;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of texts
    private final List<String> names;

    Antibiotic(Threshold window, @Nullable Threshold again, String... names) {
        this.window = window;
        this.again = again;
        this.names = List.of(names);
    }

    /** The longest time from its beginning to the incision. */
    public Threshold window() {
        return window;
    }

    /** After how long it is given again while the operation goes on; empty when it is not. */
    public Optional<Threshold> again() {
        return Optional.ofNullable(again);
    }

    /** Its name and that of its group, as a list of allergies may call them. */
    public List<String> names() {
        return names;
    }
}
