package org.crossface.pathway.surgery;

import org.crossface.pathway.BodySide;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.PathwayState;
import org.crossface.platform.api.Reservations.AlreadyReserved;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.api.decision.RuleClass;

/**
 * What is taken from a leg or a thigh is gone for every pathway of the patient, so each donor site is reserved for the pathway that took
 * from it.
 */
final class DonorSites {

    private DonorSites() {}

    static void takeLeg(PathwayState state, RecordSuralHarvest command, Circumstances given) {
        take(state, "donor-leg", command.legSide(), command.pathwayId(), given, "INV-07", "legSide", "sural nerve");
    }

    static void takeThigh(PathwayState state, RecordGracilisHarvest command, Circumstances given) {
        take(state, "donor-thigh", command.thighSide(), command.pathwayId(), given, "INV-08", "thighSide", "gracilis");
    }

    private static void take(
            PathwayState state,
            String set,
            BodySide side,
            String pathwayId,
            Circumstances given,
            String rule,
            String field,
            String tissue) {
        try {
            given.reservations().reserve(set, state.intake().patientId() + " " + side, pathwayId);
        } catch (AlreadyReserved e) {
            CommandRefused refused = new CommandRefused(
                    rule,
                    RuleClass.HARD,
                    field,
                    "A " + tissue + " is taken once.",
                    "The " + tissue + " of the " + side + " side was already taken in another pathway of this patient",
                    "Take it from the other side, with a consent that names it");
            refused.initCause(e);
            throw refused;
        }
    }
}
