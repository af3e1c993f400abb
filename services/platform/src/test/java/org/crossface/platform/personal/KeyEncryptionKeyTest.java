package org.crossface.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyEncryptionKeyTest {

    @TempDir
    private Path home;

    @Test
    void isMadeOnceForItsOwnerOnly() throws Exception {
        Path file = home.resolve("keys/kek.json");
        KeyEncryptionKey made = KeyEncryptionKey.in(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var others = Files.list(file.getParent())) {
            assertThat(others).containsExactly(file);
        }
        byte[] sealed = made.aead().encrypt(new byte[] {1}, new byte[] {});
        assertThat(KeyEncryptionKey.in(file).aead().decrypt(sealed, new byte[] {}))
                .containsExactly(1);
        assertThat(KeyEncryptionKey.of(Files.readString(file)).aead().decrypt(sealed, new byte[] {}))
                .containsExactly(1);
    }

    @Test
    void isNotReadWhereOthersCanReadIt() throws Exception {
        Path file = home.resolve("kek.json");
        KeyEncryptionKey.in(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> KeyEncryptionKey.in(file)).hasMessageContaining("chmod 600");
    }

    @Test
    void isNotQuotedWhenItIsBroken() {
        assertThatThrownBy(() -> KeyEncryptionKey.of("{\"secret\":1}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageNotContaining("secret");
    }

    @Test
    void anotherOneIsRefusedAtStart() {
        try (TestPostgres postgres = TestPostgres.with()) {
            KeyEncryptionKey first = KeyEncryptionKey.in(home.resolve("first.json"));
            new SubjectKeys(postgres.serverJdbc(), first).seal("s", "c", new byte[] {1});
            assertThat(new SubjectKeys(postgres.serverJdbc(), first)).isNotNull();
            KeyEncryptionKey second = KeyEncryptionKey.in(home.resolve("second.json"));
            assertThatThrownBy(() -> new SubjectKeys(postgres.serverJdbc(), second))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("crossface.keys.file");
        }
    }
}
