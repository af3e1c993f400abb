package org.crossface.platform.drill;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Places at which a node dies at once, as from kill -9, when it passes them for the n-th time. */
enum FailPoint {
    /** Before the statement that inserts events is sent. */
    BEFORE_APPEND,
    /** After the insert was executed; where the insert is its own transaction, it is committed. */
    AFTER_APPEND,
    /** Before a transaction of a command that inserted events and wrote to another table commits. */
    BEFORE_COMMIT,
    /** After PostgreSQL has committed such a transaction, before anybody in the node knows. */
    AFTER_COMMIT,
    /** After the command was handled, before its answer is sent. */
    BEFORE_ANSWER,
    /** In an event handler, after it has changed its rows, before rows and token are committed. */
    MID_PROJECTION,
    /** After a processor has written how far it is, before that and its rows are committed. */
    MID_CHECKPOINT,
    /** After PostgreSQL has committed both, before the processor knows. */
    AFTER_CHECKPOINT;

    /** Which point, and at which passage, as {@code AFTER_COMMIT:40}; unset for none. */
    static final String PROPERTY = "crossface.drill.halt";

    private static final Pattern APPEND =
            Pattern.compile("insert into eventstore\\.event\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHECKPOINT =
            Pattern.compile("update processing\\.token_entry set token\\b", Pattern.CASE_INSENSITIVE);
    /** Of a node that died here, as of one that was killed. */
    static final int EXIT_CODE = 137;

    private static final String ARMED = System.getProperty(PROPERTY, "");
    private static final AtomicInteger LEFT =
            new AtomicInteger(ARMED.isEmpty() ? 0 : Integer.parseInt(ARMED.substring(ARMED.indexOf(':') + 1)));

    /** Whether it is passed once for many events. */
    boolean isOfBatch() {
        return this == MID_CHECKPOINT || this == AFTER_CHECKPOINT;
    }

    /** The node passes this point. */
    void passed() {
        if (ARMED.startsWith(name() + ":") && LEFT.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    /** These connections, with the points of appending, of checkpoints and of committing in them. */
    static DataSource within(DataSource dataSource) {
        return new DelegatingDataSource(dataSource) {
            @Override
            public Connection getConnection() throws SQLException {
                return watched(super.getConnection());
            }
        };
    }

    private static Connection watched(Connection connection) {
        Set<FailPoint> atCommit = EnumSet.noneOf(FailPoint.class);
        return (Connection) Proxy.newProxyInstance(
                FailPoint.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean commits = method.getName().equals("commit");
                    if (commits && atCommit.contains(AFTER_COMMIT)) {
                        BEFORE_COMMIT.passed();
                    }
                    Object result = invoke(connection, method, arguments);
                    if (commits) {
                        atCommit.forEach(FailPoint::passed);
                    }
                    if (commits || method.getName().equals("rollback")) {
                        atCommit.clear();
                    }
                    if (result instanceof PreparedStatement statement && arguments != null) {
                        String sql = (String) arguments[0];
                        if (APPEND.matcher(sql).find()) {
                            atCommit.add(AFTER_COMMIT);
                            return watched(statement, BEFORE_APPEND::passed, AFTER_APPEND::passed);
                        }
                        if (CHECKPOINT.matcher(sql).find()) {
                            atCommit.add(AFTER_CHECKPOINT);
                            return watched(statement, () -> {}, MID_CHECKPOINT::passed);
                        }
                    }
                    return result;
                });
    }

    private static PreparedStatement watched(PreparedStatement statement, Runnable before, Runnable after) {
        return (PreparedStatement) Proxy.newProxyInstance(
                FailPoint.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> {
                    boolean executes = method.getName().startsWith("execute");
                    if (executes) {
                        before.run();
                    }
                    Object result = invoke(statement, method, arguments);
                    if (executes) {
                        after.run();
                    }
                    return result;
                });
    }

    private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
