package org.crossface.platform.dispatch;

import java.util.Optional;
import java.util.OptionalLong;
import org.crossface.platform.dispatch.Envelope.Idempotency;
import org.crossface.platform.eventstore.AppendTerms;
import org.crossface.platform.eventstore.Appended;
import org.crossface.platform.eventstore.KeptAnswer;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.eventstore.RequestKeyTaken;
import org.crossface.platform.eventstore.StaleAggregate;
import org.jspecify.annotations.Nullable;

/** The envelope's conditions for the append: a stream at the expected version, and an answer that is stored with the events. */
final class EnvelopeTerms implements AppendTerms {

    private final Envelope envelope;
    private final @Nullable String target;
    private final IdempotencyRecords records;
    private final PostgresEventStorageEngine engine;

    /** @param target stream that the command names; {@code null} if it creates one */
    EnvelopeTerms(
            Envelope envelope, @Nullable String target, IdempotencyRecords records, PostgresEventStorageEngine engine) {
        this.envelope = envelope;
        this.target = target;
        this.records = records;
        this.engine = engine;
    }

    /**
     * The first event of the stream must have the sequence number after the expected version. The unique index guarantees that no other
     * event has that number.
     */
    @Override
    public @Nullable KeptAnswer agree(Appended planned) {
        String stream = streamOf(planned);
        Optional<Appended.Range> range = planned.to(stream);
        Idempotency idempotency = envelope.idempotency();
        Long expected = envelope.expectedVersion();
        long before = range.map(added -> added.first() - 1).orElseGet(() -> expected == null ? -1L : version(stream));
        if (expected != null && expected != before) {
            requireVersion(stream, expected);
            throw new StaleAggregate(stream);
        }
        return idempotency == null
                ? null
                : new KeptAnswer(
                        envelope.actor(),
                        idempotency.key(),
                        idempotency.route(),
                        idempotency.bodyHash(),
                        stream,
                        range.map(Appended.Range::last).orElseGet(() -> version(stream)));
    }

    /** A repeated request may be refused because of what its first attempt did. */
    @Override
    public void beforeRefusal() {
        requireNoEarlierAnswer();
        Long expected = envelope.expectedVersion();
        if (expected != null && target != null) {
            requireVersion(target, expected);
        }
    }

    /** A repeated request may collide with a stream that its first attempt created: deciding it again would not help. */
    @Override
    public void beforeConflict() {
        requireNoEarlierAnswer();
    }

    /** The receipt, after all events have been appended; the receipt of a command without events is stored here. */
    Receipt settle(Appended appended) {
        String stream = streamOf(appended);
        Optional<Appended.Range> range = appended.to(stream);
        OptionalLong position = appended.lastPosition();
        long version = range.map(Appended.Range::last).orElseGet(() -> version(stream));
        if (position.isPresent()) {
            return new Receipt(position.getAsLong(), version, stream, false);
        }
        Long expected = envelope.expectedVersion();
        if (expected != null) {
            requireVersion(stream, expected);
        }
        Receipt receipt = new Receipt(engine.lastPositionOf(stream).orElseGet(engine::horizon), version, stream, false);
        Idempotency idempotency = envelope.idempotency();
        if (idempotency != null && !records.keep(envelope.actor(), idempotency, receipt)) {
            throw new RequestKeyTaken(idempotency.key());
        }
        return receipt;
    }

    private void requireVersion(String stream, long expected) {
        long actual = version(stream);
        if (actual != expected) {
            requireNoEarlierAnswer();
            throw new VersionConflict(stream, expected, actual);
        }
    }

    private void requireNoEarlierAnswer() {
        Idempotency idempotency = envelope.idempotency();
        if (idempotency != null && records.isTaken(envelope.actor(), idempotency)) {
            throw new RequestKeyTaken(idempotency.key());
        }
    }

    private String streamOf(Appended appended) {
        return target == null ? appended.firstStream().orElse("") : target;
    }

    private long version(String stream) {
        return engine.lastSequenceNumberFor(stream).orElse(-1L);
    }
}
