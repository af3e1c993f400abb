package org.crossface.platform.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** The generated passwords of one embedded PostgreSQL; never printed. */
record PostgresCredentials(String superuser, String owner, String server) {
    /** Reads the password files of the directory and creates the missing ones. */
    static PostgresCredentials in(Path directory) throws IOException {
        return new PostgresCredentials(
                PrivateFiles.password(directory.resolve("superuser.password")),
                PrivateFiles.password(directory.resolve("owner.password")),
                PrivateFiles.password(directory.resolve("server.password")));
    }

    @Override
    public String toString() {
        return "PostgresCredentials[hidden]";
    }
}
