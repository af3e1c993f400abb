package org.crossface.web.pages.billing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.crossface.billing.charges.ChargeRow;
import org.jspecify.annotations.Nullable;

/** State of a charge on its way to the billing system. */
public enum Progress {
    HELD("Held", "risk", "lock", "wait for something"),
    STUCK("Cannot be sent", "late", "octagon-alert", "released, but parked"),
    RELEASED("Released", "active", "hourglass", "on their way to billing"),
    PUBLISHED("Published", "done", "circle-check", "billing has them"),
    REVERSED("Reversed", "hold", "undo-2", "taken back");

    private final String label;
    private final String tone;
    private final String icon;
    private final String about;

    Progress(String label, String tone, String icon, String about) {
        this.label = label;
        this.tone = tone;
        this.icon = icon;
        this.about = about;
    }

    static Progress of(ChargeRow row) {
        return switch (row.state()) {
            case HELD -> HELD;
            case REVERSED -> REVERSED;
            case RELEASED -> row.parkedBecause() != null ? STUCK : row.sentAt() != null ? PUBLISHED : RELEASED;
        };
    }

    /** The constant that the query parameter names in lower case; empty if there is none. */
    static Optional<Progress> named(@Nullable String parameter) {
        return Arrays.stream(values())
                .filter(each -> each.getParameter().equals(parameter))
                .findFirst();
    }

    /** The value of the query parameter. */
    public String getParameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String getLabel() {
        return label;
    }

    public String getTone() {
        return tone;
    }

    public String getIcon() {
        return icon;
    }

    /** Describes the charges in this state. */
    public String getAbout() {
        return about;
    }
}
