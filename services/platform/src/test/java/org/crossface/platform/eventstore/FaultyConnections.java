package org.crossface.platform.eventstore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections that a test can hold back or break. */
final class FaultyConnections extends DelegatingDataSource {

    /** When an append loses its connection. */
    enum Fault {
        NONE,
        BEFORE_THE_STATEMENT,
        AFTER_THE_STATEMENT,
        AFTER_THE_STATEMENT_FOR_GOOD
    }

    final AtomicInteger statements = new AtomicInteger();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unreachable = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final AtomicInteger waiting = new AtomicInteger();

    FaultyConnections(DataSource target) {
        super(target);
    }

    /** Holds back whoever wants a connection until the latch is opened. */
    CountDownLatch shut() {
        CountDownLatch shut = new CountDownLatch(1);
        gate = shut;
        return shut;
    }

    /** How many wait at the gate. */
    int waiting() {
        return waiting.get();
    }

    /** What befalls the next appends, in their order; those after them go well. */
    void befall(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** Nobody gets a connection so many times. */
    void beUnreachable(int times) {
        unreachable.set(times);
    }

    @Override
    public Connection getConnection() throws SQLException {
        waiting.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException e) {
            // As a pool does it.
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        } finally {
            waiting.decrementAndGet();
        }
        if (unreachable.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new SQLException("unreachable", "08001");
        }
        return wrap(Connection.class, super.getConnection(), this::connectionCall);
    }

    private Object connectionCall(Object target, Method method, Object[] arguments) throws Throwable {
        Object result = invoke(target, method, arguments);
        return result instanceof PreparedStatement statement && isAppend(arguments)
                ? wrap(PreparedStatement.class, statement, this::statementCall)
                : result;
    }

    private static boolean isAppend(Object[] arguments) {
        return arguments[0] instanceof String sql && sql.contains("INSERT INTO eventstore.event");
    }

    private Object statementCall(Object target, Method method, Object[] arguments) throws Throwable {
        if (!method.getName().equals("executeQuery")) {
            return invoke(target, method, arguments);
        }
        statements.incrementAndGet();
        Fault fault = faults.isEmpty() ? Fault.NONE : faults.remove();
        return switch (fault) {
            case NONE -> invoke(target, method, arguments);
            case BEFORE_THE_STATEMENT -> throw new SQLException("lost before", "08006");
            case AFTER_THE_STATEMENT -> throw lostAfter(target, method, arguments);
            case AFTER_THE_STATEMENT_FOR_GOOD -> {
                SQLException lost = lostAfter(target, method, arguments);
                beUnreachable(Integer.MAX_VALUE);
                throw lost;
            }
        };
    }

    /** Executes the statement, and loses its answer, whatever that is. */
    private static SQLException lostAfter(Object target, Method method, Object[] arguments) throws Throwable {
        SQLException lost = new SQLException("lost after", "08006");
        try {
            invoke(target, method, arguments);
        } catch (SQLException unheard) {
            lost.addSuppressed(unheard);
        }
        return lost;
    }

    private interface Call {
        Object on(Object target, Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T wrap(Class<T> type, T target, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.on(target, method, arguments)));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
