package org.crossface.platform.embedded;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs, unpacked once per version from the archive on the class path. */
final class PostgresBinaries {
    private static final int OWNER_EXECUTES = 0100;

    private PostgresBinaries() {}

    /**
     * The directory that holds {@code bin}, {@code lib} and {@code share} for this machine.
     *
     * @param parent where unpacked versions are kept; several processes may share it
     * @throws EmbeddedServerException if there are no programs for this machine; the message names the property of an external server
     */
    static Path unpacked(Path parent) throws IOException {
        String archive = archiveOf(System.getProperty("os.name"), System.getProperty("os.arch"));
        PrivateFiles.directory(parent);
        Path target = parent.resolve("postgresql-" + fingerprint(archive).substring(0, 12));
        if (Files.isDirectory(target)) {
            return target;
        }
        Path unfinished = Files.createTempDirectory(parent, "unpacking-");
        unpack(archive, unfinished, path -> true);
        moveIntoPlace(unfinished, target);
        return target;
    }

    /**
     * Reads an archive to its end.
     *
     * @param archive name of a resource, which need not be made for this machine
     * @param wanted of which entries, below the root, to write
     */
    static void unpack(String archive, Path root, Predicate<Path> wanted) throws IOException {
        try (InputStream packed = open(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = root.resolve(entry.getName()).normalize();
                if (!path.startsWith(root)) {
                    throw new IOException("The archive leaves its directory: " + entry.getName());
                }
                if (wanted.test(root.relativize(path))) {
                    unpack(entry, tar, path);
                }
            }
        }
    }

    /** Leaves what another process has put there meanwhile: Linux tells of it with an error that Java gives no class of its own. */
    static void moveIntoPlace(Path unfinished, Path target) throws IOException {
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException failed) {
            if (!Files.isDirectory(target)) {
                throw failed;
            }
            deleteTree(unfinished);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        boolean program = (entry.getMode() & OWNER_EXECUTES) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** The SHA-256 of an archive. */
    static String fingerprint(String archive) throws IOException {
        try (DigestInputStream in = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /**
     * The archive for a machine.
     *
     * @param system as in {@code os.name}
     * @param architecture as in {@code os.arch}
     * @throws EmbeddedServerException if the class path has none for it
     */
    static String archiveOf(String system, String architecture) {
        return PostgresPlatform.of(system, architecture)
                .map(PostgresPlatform::archive)
                .filter(archive -> PostgresBinaries.class.getResource(archive) != null)
                .orElseThrow(
                        () -> new EmbeddedServerException(
                                "No embedded PostgreSQL for this machine is on the class path"
                                        + " (" + system + " " + architecture
                                        + "). Build the server on such a machine if it is one of "
                                        + Arrays.toString(PostgresPlatform.values())
                                        + ", or name an external server: --crossface.postgres.url=jdbc:postgresql://host:5432/crossface"));
    }

    private static InputStream open(String archive) throws IOException {
        InputStream found = PostgresBinaries.class.getResourceAsStream(archive);
        if (found == null) {
            throw new FileNotFoundException(archive);
        }
        return found;
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
