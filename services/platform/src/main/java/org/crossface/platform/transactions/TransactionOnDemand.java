package org.crossface.platform.transactions;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork.Phase;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives a command a transaction when it first writes to a table besides the event store. A command that only appends events needs none:
 * its append is one statement.
 */
public final class TransactionOnDemand {

    private static final String RESOURCE = TransactionOnDemand.class.getName();

    private final TransactionManager transactions;

    public TransactionOnDemand(TransactionManager transactions) {
        this.transactions = transactions;
    }

    /**
     * Begins a transaction unless the thread is in one. It is committed after the events of the unit of work have been appended in it, and
     * rolled back with the unit of work.
     *
     * @throws IllegalStateException without a running unit of work, which would have to end the transaction
     */
    public void require() {
        if (!CurrentUnitOfWork.isStarted()) {
            if (!TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException(
                        "There is neither a transaction nor a unit of work that could begin one");
            }
            return;
        }
        UnitOfWork<?> current = CurrentUnitOfWork.get();
        UnitOfWork<?> root = current.root();
        if (root.phase() != Phase.STARTED && !TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The unit of work is already committing, without a transaction");
        }
        attach(root);
        attach(current);
    }

    /** A nested unit of work joins, so that its rollback rolls back everything. */
    private void attach(UnitOfWork<?> unitOfWork) {
        if (unitOfWork.getResource(RESOURCE) == null) {
            // Axon's own method would end the unit of work here when no transaction can be started.
            Transaction transaction = transactions.startTransaction();
            unitOfWork.resources().put(RESOURCE, transaction);
            unitOfWork.onCommit(ended -> transaction.commit());
            unitOfWork.onRollback(ended -> transaction.rollback());
        }
    }
}
