package org.crossface.billing.contract;

/** The content of a record of the topic {@link ChargesChannel#TOPIC}. */
public sealed interface ChargeMessage permits ReleasedCharge, ReversedCharge {

    /** Identifies the message's charge; the same charge is never sent twice to a read-committed consumer. */
    String chargeId();

    /** Opaque reference of the pathway; the key of the record. */
    String pathwayRef();

    /** The type of the CloudEvent. */
    default String type() {
        return switch (this) {
            case ReleasedCharge released -> ChargesChannel.CHARGE_RELEASED;
            case ReversedCharge reversed -> ChargesChannel.CHARGE_REVERSED;
        };
    }

    /** Name of the schema among the contract's resources. */
    default String schema() {
        return switch (this) {
            case ReleasedCharge released -> ChargesChannel.CHARGE_RELEASED_SCHEMA;
            case ReversedCharge reversed -> ChargesChannel.CHARGE_REVERSED_SCHEMA;
        };
    }
}
