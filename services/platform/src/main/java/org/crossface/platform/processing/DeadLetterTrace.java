package org.crossface.platform.processing;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.platform.eventstore.UndecodableEvent;

/** The part of a failure that may be stored: its classes and stack trace. Its messages may quote a person's data, so they are left out. */
public final class DeadLetterTrace {

    private static final String PRODUCT = "org.crossface.";
    private static final int FRAMES = 40;
    private static final int CAUSES = 8;

    /** Failures whose messages are known to hold no content of an event. */
    private static final Set<Class<?>> HARMLESS = Set.of(UndecodableEvent.class);

    private DeadLetterTrace() {}

    /** The stack trace, with the messages of harmless failures and the SQLSTATE of those of the database. */
    static String of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES)
                .map(DeadLetterTrace::one)
                .collect(Collectors.joining("\ncaused by "));
    }

    /** One line: class of the root cause, and the place in this product where it was thrown. */
    public static String inOneLine(Throwable failure) {
        Throwable last = failure;
        for (int depth = 0; last.getCause() != null && depth < CAUSES; depth++) {
            last = last.getCause();
        }
        return last.getClass().getSimpleName()
                + said(last)
                + Stream.of(failure, last)
                        .flatMap(each -> Stream.of(each.getStackTrace()))
                        .filter(frame -> frame.getClassName().startsWith(PRODUCT))
                        .findFirst()
                        .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                        .orElse("");
    }

    private static String one(Throwable failure) {
        return Stream.concat(
                        Stream.of(failure.getClass().getName() + said(failure)),
                        Stream.of(failure.getStackTrace()).limit(FRAMES).map(frame -> "    at " + frame))
                .collect(Collectors.joining("\n"));
    }

    private static String said(Throwable failure) {
        if (HARMLESS.contains(failure.getClass())) {
            return ": " + failure.getMessage();
        }
        return failure instanceof SQLException sql ? " SQLSTATE " + sql.getSQLState() : "";
    }
}
