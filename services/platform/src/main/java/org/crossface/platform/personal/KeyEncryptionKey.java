package org.crossface.platform.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/** The one key that wraps the keys of all subjects. It is never in the database. */
public final class KeyEncryptionKey {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");

    private final Aead aead;

    private KeyEncryptionKey(KeysetHandle keyset) throws GeneralSecurityException {
        this.aead = keyset.getPrimitive(AeadConfig2026.get(), Aead.class);
    }

    /**
     * The key in this text, a Tink keyset as JSON, as a secret store hands it to the process.
     *
     * @throws IllegalArgumentException if the text is no keyset
     */
    public static KeyEncryptionKey of(String keysetJson) {
        try {
            return new KeyEncryptionKey(parse(keysetJson));
        } catch (GeneralSecurityException e) {
            // The cause is left out on purpose: its message could quote the key.
            throw new IllegalArgumentException("The key-encryption key is not a Tink keyset in JSON");
        }
    }

    /**
     * The key in this file, which is created with a new key and mode 0600 if it does not exist.
     *
     * @throws IllegalStateException if the file cannot be read or written, is readable for others, or contains no keyset
     */
    public static KeyEncryptionKey in(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            if (!Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
                throw new IllegalStateException("The key-encryption key is readable for others: chmod 600 " + file);
            }
            return new KeyEncryptionKey(parse(Files.readString(file)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Cannot use the key-encryption key in " + file + ": " + e.getMessage(), e);
        }
    }

    /** Writes a file beside it and links that into place, so that neither a crash nor a second process leaves half a key. */
    private static void create(Path file) throws IOException, GeneralSecurityException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY_FOLDER));
        Path fresh = Files.createTempFile(folder, "kek", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            Files.writeString(
                    fresh,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
            linkIfAbsent(fresh, file);
        } finally {
            Files.delete(fresh);
        }
    }

    private static void linkIfAbsent(Path fresh, Path file) throws IOException {
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isReadable(file)) {
                throw e;
            }
        }
    }

    private static KeysetHandle parse(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    }

    Aead aead() {
        return aead;
    }
}
