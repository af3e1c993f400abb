package org.crossface.server.sites;

import java.util.Set;

/**
 * Whom operations are sent for.
 *
 * @param letter identifier of an event that was set aside
 * @param number of the pathway, as people call it
 * @param search part of the name
 * @param day of the operation
 */
record Target(String patient, String pathway, String letter, String number, String search, String day, String surgeon) {

    /** Nobody: identifiers of the usual form that nothing has. */
    static final Target NOBODY = new Target(
            "01890a5d-ac96-774b-bcce-b302099a8057",
            "01890a5d-ac96-774b-bcce-b302099a8058",
            "01890a5d-ac96-774b-bcce-b302099a8059",
            "P-9999",
            "Nemo",
            "2031-03-03",
            "surgeon-nobody");

    Set<String> named() {
        return Set.of(patient, pathway, letter);
    }

    String fill(String text) {
        return text.replace("{patient}", patient)
                .replace("{pathway}", pathway)
                .replace("{letter}", letter)
                .replace("{number}", number)
                .replace("{search}", search)
                .replace("{day}", day)
                .replace("{surgeon}", surgeon);
    }
}
