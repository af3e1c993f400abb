package org.crossface.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The operating system account PostgreSQL runs under. PostgreSQL refuses to run as root, so root starts it in a user
 * namespace where it is not, or, where such namespaces are forbidden (most containers), as nobody.
 */
enum PostgresAccount {
    /** The account of this JVM, which is not root. */
    OWN("", 0),
    /** Root outside, an unmapped user inside; files stay owned by root. */
    USER_NAMESPACE("unshare -U", 0),
    /** The user nobody, who may pass directories that only root may enter. */
    NOBODY(
            "setpriv --reuid=65534 --regid=65534 --clear-groups --securebits=+no_setuid_fixup"
                    + " --inh-caps=+dac_override --ambient-caps=+dac_override",
            65534);

    private static final int PROBE_SECONDS = 10;

    private final String prefix;
    private final int fileOwner;

    PostgresAccount(String prefix, int fileOwner) {
        this.prefix = prefix;
        this.fileOwner = fileOwner;
    }

    /**
     * The account to use on this machine.
     *
     * @throws EmbeddedServerException if this is root and neither way works
     */
    static PostgresAccount detect() throws IOException, InterruptedException {
        if (!isRoot()) {
            return OWN;
        }
        for (PostgresAccount account : List.of(USER_NAMESPACE, NOBODY)) {
            if (account.works()) {
                return account;
            }
        }
        throw new EmbeddedServerException("PostgreSQL refuses to run as root, and neither 'unshare -U' nor 'setpriv'"
                + " works here. Start Crossface as another user, or use an external PostgreSQL"
                + " (--crossface.postgres.url=jdbc:postgresql://host:5432/crossface).");
    }

    static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
    }

    boolean works() throws IOException, InterruptedException {
        Process probe = new ProcessBuilder(command(List.of("true")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return probe.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) && probe.exitValue() == 0;
    }

    /** The command line that runs a program under this account. */
    List<String> command(List<String> program) {
        List<String> command = prefix();
        command.addAll(program);
        return command;
    }

    /** As {@link #command}, but PostgreSQL also shuts down cleanly when this JVM is killed. */
    List<String> serverCommand(List<String> program) {
        List<String> command = prefix();
        if (Files.isExecutable(Path.of("/usr/bin/setpriv"))) {
            command.addAll(List.of("setpriv", "--pdeathsig", "INT"));
        }
        command.addAll(program);
        return command;
    }

    private List<String> prefix() {
        return new ArrayList<>(prefix.isEmpty() ? List.of() : List.of(prefix.split(" ", -1)));
    }

    /** Makes this account the owner of a tree, as PostgreSQL demands of its data directory. */
    void own(Path tree) throws IOException {
        if (this == OWN || Integer.valueOf(fileOwner).equals(Files.getAttribute(tree, "unix:uid"))) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.setAttribute(path, "unix:uid", fileOwner, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
