package org.crossface.billing.account;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One charge as its facts make it.
 *
 * @param raised what it was raised with
 * @param heldFor why it is held; empty unless it is held
 * @param documentationRef the signed document behind it, once there is one
 * @param authorizationNumber of the payer's authorisation, once there is one
 * @param everReleased whether billing has heard of it
 * @param causes the causes that have had their effect on it
 */
public record Charge(
        ChargeRaised raised,
        ChargeState state,
        List<HoldReason> heldFor,
        @Nullable String documentationRef,
        @Nullable String authorizationNumber,
        boolean everReleased,
        Set<String> causes) {

    public Charge {
        heldFor = List.copyOf(heldFor);
        causes = Set.copyOf(causes);
    }

    static Charge of(ChargeRaised raised) {
        return new Charge(
                raised,
                ChargeState.HELD,
                raised.heldFor(),
                null,
                raised.authorizationNumber(),
                false,
                Set.of(raised.causeId()));
    }

    Charge with(ChargeHeld held) {
        return new Charge(
                raised,
                ChargeState.HELD,
                held.heldFor(),
                held.documentationRef(),
                held.authorizationNumber(),
                everReleased,
                causesAnd(held));
    }

    Charge with(ChargeReleased released) {
        return new Charge(
                raised,
                ChargeState.RELEASED,
                List.of(),
                released.documentationRef(),
                released.authorizationNumber(),
                true,
                causesAnd(released));
    }

    Charge with(ChargeReversed reversed) {
        return new Charge(
                raised,
                ChargeState.REVERSED,
                List.of(),
                documentationRef,
                authorizationNumber,
                everReleased,
                causesAnd(reversed));
    }

    boolean isLive() {
        return state != ChargeState.REVERSED;
    }

    ChargeIdentity identity() {
        return ChargeIdentity.of(raised.service());
    }

    private Set<String> causesAnd(BillingEvent event) {
        Set<String> more = new HashSet<>(causes);
        more.add(event.causeId());
        return more;
    }
}
