package org.crossface.web.pages.today;

import org.crossface.pathway.state.Rung;

/** CSS class and icon of each step of the operation day. */
final class RungLook {

    private RungLook() {}

    static String tone(Rung rung) {
        return switch (rung) {
            case EXPECTED, ADMITTED, PRE_OP -> "plan";
            case IN_THEATRE, RECOVERY -> "active";
            case READY, DISCHARGED -> "done";
        };
    }

    static String icon(Rung rung) {
        return switch (rung) {
            case EXPECTED -> "circle-dashed";
            case ADMITTED -> "log-in";
            case PRE_OP -> "clipboard-check";
            case IN_THEATRE -> "heart-pulse";
            case RECOVERY -> "bed";
            case READY -> "badge-check";
            case DISCHARGED -> "house";
        };
    }
}
