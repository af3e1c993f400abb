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
     * @throws IllegalStateException without a unit of work that still runs: nobody would end the transaction
     */
    public void require() {
        if (!CurrentUnitOfWork.isStarted()) {
            if (!TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException(
                        "There is neither a transaction nor a unit of work that could have one");
            }
            return;
        }
        UnitOfWork<?> current = CurrentUnitOfWork.get();
        UnitOfWork<?> root = current.root();
        if (root.phase() != Phase.STARTED && !TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The unit of work commits already, without a transaction");
        }
        attach(root);
        attach(current);
    }

    /** A nested unit of work takes part, so that its rollback is the rollback of all. */
    private void attach(UnitOfWork<?> unitOfWork) {
        if (unitOfWork.getResource(RESOURCE) == null) {
            // Axon's own method would end the unit of work here when no transaction can be had.
            Transaction transaction = transactions.startTransaction();
            unitOfWork.resources().put(RESOURCE, transaction);
            unitOfWork.onCommit(ended -> transaction.commit());
            unitOfWork.onRollback(ended -> transaction.rollback());
        }
    }
}
