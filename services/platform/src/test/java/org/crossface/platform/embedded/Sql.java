package org.crossface.platform.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One-line SQL against an embedded PostgreSQL, as the owner of its database. */
final class Sql {
    private Sql() {}

    static void execute(PostgresChild postgres, String sql) throws SQLException {
        try (Connection connection = asOwner(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String query(PostgresChild postgres, String sql) throws SQLException {
        try (Connection connection = asOwner(postgres);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    static Connection asOwner(PostgresChild postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), PostgresChild.OWNER, postgres.ownerPassword());
    }
}
