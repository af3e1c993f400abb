package org.crossface.platform.processing;

/**
 * A handler has failed and there was no savepoint to undo its work alone: the batch is rolled back and repeated with a savepoint for each
 * event.
 */
final class BatchRolledBack extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BatchRolledBack(Throwable cause) {
        super("An event could not be handled; its batch is repeated event by event", cause);
    }
}
