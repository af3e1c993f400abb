package org.crossface.platform.embedded;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The directories of an embedded PostgreSQL.
 *
 * @param root the directory of this instance
 * @param programsParent where the unpacked programs are kept, possibly shared by several instances
 * @param forcedAccount the account to run under; null to detect it
 */
record PostgresDirectory(
        Path root, Path programsParent, @Nullable PostgresAccount forcedAccount) {
    /** The system property that names a shared directory for the unpacked programs. */
    static final String PROGRAMS_PROPERTY = "crossface.postgres.programs";

    PostgresDirectory {
        root = root.toAbsolutePath().normalize();
    }

    PostgresDirectory(Path root) {
        this(root, programsParent(root), null);
    }

    private static Path programsParent(Path root) {
        String shared = System.getProperty(PROGRAMS_PROPERTY);
        return shared == null ? root.resolve("programs") : Path.of(shared);
    }

    Path data() {
        return root.resolve("data");
    }

    Path programs() throws IOException {
        return PostgresBinaries.unpacked(programsParent.toAbsolutePath().normalize());
    }

    PostgresAccount account() throws IOException, InterruptedException {
        return forcedAccount == null ? PostgresAccount.detect() : forcedAccount;
    }
}
