package org.crossface.server;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.crossface.pathway.policy.approval.PolicySet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that ask PostgreSQL about the policy set, and all statements. */
final class PolicyQueries extends DelegatingDataSource {

    private final AtomicInteger ofPolicies = new AtomicInteger();
    private final AtomicInteger all = new AtomicInteger();

    PolicyQueries(DataSource target) {
        super(target);
    }

    int ofPolicies() {
        return ofPolicies.get();
    }

    int all() {
        return all.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return watched(Connection.class, super.getConnection(), new boolean[1]);
    }

    /** @param named whether a parameter of the statement is the policy set */
    private <T> T watched(Class<T> type, T target, boolean[] named) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments, named)));
    }

    private Object call(Object target, Method method, Object @Nullable [] arguments, boolean[] named) throws Throwable {
        if (arguments != null && Arrays.asList(arguments).contains(PolicySet.ID)) {
            named[0] = true;
        }
        if (method.getName().startsWith("execute")) {
            all.incrementAndGet();
            if (named[0]) {
                ofPolicies.incrementAndGet();
            }
        }
        try {
            Object result = method.invoke(target, arguments);
            return result instanceof PreparedStatement statement
                    ? watched(PreparedStatement.class, statement, new boolean[1])
                    : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
