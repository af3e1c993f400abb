package org.crossface.coordination.board;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.crossface.coordination.projection.Facts;
import org.crossface.pathway.Stage;
import org.crossface.pathway.consent.ConsentObtained;
import org.crossface.pathway.consent.ConsentRevoked;
import org.crossface.pathway.consent.ConsentSuperseded;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.scheduling.AftercareBedReserved;
import org.crossface.pathway.scheduling.AnesthesiaAssessed;
import org.crossface.pathway.scheduling.AuthorizationObtained;
import org.crossface.pathway.scheduling.EscortNamed;
import org.crossface.pathway.scheduling.PreOpClearanceGranted;
import org.crossface.pathway.scheduling.PreOpItem;
import org.crossface.pathway.scheduling.PreOpItemRecorded;
import org.crossface.pathway.scheduling.PreOpResult;

/** How ready the patient is for an operation: consent, clearance and the ten items of the pre-operative list (P4). */
final class Readiness {

    /** The items that are recorded as such; the other four follow from facts of their own. */
    private static final Set<PreOpItem> ITEMS = EnumSet.of(
            PreOpItem.HISTORY_AND_PHYSICAL,
            PreOpItem.LABORATORY,
            PreOpItem.MEDICATION_PLAN,
            PreOpItem.NICOTINE_FREE,
            PreOpItem.FIRST_NIGHT_DISTANCE,
            PreOpItem.PRIVILEGES,
            PreOpItem.TRANSFER_AGREEMENT);

    private Readiness() {}

    /** The standing surgical consent of the stage. */
    static Optional<ConsentObtained> consent(Facts facts, Stage stage) {
        return facts.last(ConsentObtained.class, each -> each.type() == ConsentType.SURGICAL && each.stage() == stage)
                .filter(each -> facts.last(
                                ConsentRevoked.class,
                                revoked -> revoked.consentId().equals(each.consentId()))
                        .isEmpty())
                .filter(each -> facts.last(
                                ConsentSuperseded.class,
                                newer -> newer.consentId().equals(each.consentId()))
                        .isEmpty());
    }

    /** The newest clearance of the stage. */
    static Optional<PreOpClearanceGranted> clearance(Facts facts, Stage stage) {
        return facts.last(PreOpClearanceGranted.class, each -> each.stage() == stage);
    }

    /** How many of the ten items are done or waived. */
    static int items(Facts facts, Stage stage) {
        int done = (int) ITEMS.stream().filter(item -> done(facts, stage, item)).count();
        if (facts.last(AnesthesiaAssessed.class, each -> each.stage() == stage).isPresent()) {
            done++;
        }
        if (facts.last(EscortNamed.class, each -> each.stage() == stage).isPresent()
                || facts.last(AftercareBedReserved.class, each -> each.stage() == stage)
                        .isPresent()) {
            done++;
        }
        if (consent(facts, stage).isPresent()
                && facts.last(AuthorizationObtained.class, each -> each.stage() == stage)
                        .isPresent()) {
            done++;
        }
        return done;
    }

    private static boolean done(Facts facts, Stage stage, PreOpItem item) {
        return facts.last(PreOpItemRecorded.class, each -> each.stage() == stage && each.item() == item)
                .filter(each -> each.result() != PreOpResult.FAIL)
                .isPresent();
    }
}
