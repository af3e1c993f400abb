package org.crossface.platform.drill;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
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
    MID_PROJECTION;

    /** Which point, and at which passage, as {@code AFTER_COMMIT:40}; unset for none. */
    static final String PROPERTY = "crossface.drill.halt";

    private static final int EXIT_CODE = 137;
    private static final String ARMED = System.getProperty(PROPERTY, "");
    private static final AtomicInteger LEFT =
            new AtomicInteger(ARMED.isEmpty() ? 0 : Integer.parseInt(ARMED.substring(ARMED.indexOf(':') + 1)));

    /** The node passes this point. */
    void passed() {
        if (ARMED.startsWith(name() + ":") && LEFT.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    /** These connections, with the points of appending and committing in them. */
    static DataSource within(DataSource dataSource) {
        return new DelegatingDataSource(dataSource) {
            @Override
            public Connection getConnection() throws SQLException {
                return watched(super.getConnection());
            }
        };
    }

    private static Connection watched(Connection connection) {
        boolean[] inserted = new boolean[1];
        return (Connection) Proxy.newProxyInstance(
                FailPoint.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean commits = method.getName().equals("commit") && inserted[0];
                    if (commits) {
                        BEFORE_COMMIT.passed();
                    }
                    Object result = invoke(connection, method, arguments);
                    if (commits) {
                        AFTER_COMMIT.passed();
                        inserted[0] = false;
                    }
                    if (result instanceof PreparedStatement statement
                            && arguments != null
                            && insertsEvents((String) arguments[0])) {
                        inserted[0] = true;
                        return watched(statement);
                    }
                    return result;
                });
    }

    private static boolean insertsEvents(String sql) {
        return sql.toLowerCase(Locale.ROOT).contains("insert into eventstore.event");
    }

    private static PreparedStatement watched(PreparedStatement statement) {
        return (PreparedStatement) Proxy.newProxyInstance(
                FailPoint.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> {
                    boolean executes = method.getName().startsWith("execute");
                    if (executes) {
                        BEFORE_APPEND.passed();
                    }
                    Object result = invoke(statement, method, arguments);
                    if (executes) {
                        AFTER_APPEND.passed();
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
