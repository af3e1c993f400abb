package org.crossface.platform.embedded;

import java.util.Arrays;
import java.util.Optional;

/**
 * The machines for which the build brings PostgreSQL's programs. The poms choose the archive of the machine that builds; a server that is
 * carried to another kind of machine finds none.
 */
enum PostgresPlatform {
    LINUX_AMD64("Linux", "amd64", "linux-x86_64"),
    LINUX_ARM64("Linux", "aarch64", "linux-arm_64"),
    DARWIN_AMD64("Mac OS X", "x86_64", "darwin-x86_64"),
    DARWIN_ARM64("Mac OS X", "aarch64", "darwin-arm_64");

    private final String system;
    private final String architecture;
    private final String archive;

    PostgresPlatform(String system, String architecture, String archive) {
        this.system = system;
        this.architecture = architecture;
        this.archive = "/postgres-" + archive + ".txz";
    }

    /** The one with these values of {@code os.name} and {@code os.arch}. */
    static Optional<PostgresPlatform> of(String system, String architecture) {
        return Arrays.stream(values())
                .filter(platform -> platform.system.equals(system) && platform.architecture.equals(architecture))
                .findFirst();
    }

    /** The name of the archive on the class path. */
    String archive() {
        return archive;
    }

    /** As Java names it, such as {@code Linux amd64}. */
    @Override
    public String toString() {
        return system + " " + architecture;
    }
}
