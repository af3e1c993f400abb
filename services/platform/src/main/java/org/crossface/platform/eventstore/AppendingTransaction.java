package org.crossface.platform.eventstore;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Knows whether the thread's transaction has appended events. Until the transaction ends, it holds the position lock and no reader gets
 * past it: waiting for a reader inside the transaction would never end.
 */
public final class AppendingTransaction {

    private static final Object KEY = AppendingTransaction.class;

    private AppendingTransaction() {}

    /** Marks the thread's transaction until it ends. */
    static void mark() {
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && !TransactionSynchronizationManager.hasResource(KEY)) {
            TransactionSynchronizationManager.bindResource(KEY, true);
            TransactionSynchronizationManager.registerSynchronization(new Unmarking());
        }
    }

    /** Whether the thread is in a transaction that has appended. */
    public static boolean isActive() {
        return TransactionSynchronizationManager.hasResource(KEY);
    }

    /**
     * To be called before waiting for a reader to reach a position.
     *
     * @throws IllegalStateException if the thread's transaction has appended: the wait could not end
     */
    public static void requireNone() {
        if (isActive()) {
            throw new IllegalStateException(
                    "This transaction has appended events, so no reader gets past them before it"
                            + " ends: wait for a position after the commit");
        }
    }

    /** When another transaction runs inside this one in the same thread, this one is suspended together with its mark. */
    private static final class Unmarking implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(KEY, true);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
        }
    }
}
