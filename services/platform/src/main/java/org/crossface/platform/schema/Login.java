package org.crossface.platform.schema;

/** A PostgreSQL role that may log in, with its password. */
public record Login(String user, String password) {

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
