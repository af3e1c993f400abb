package org.crossface.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerDirectoryTest {
    @TempDir
    private Path root;

    @Test
    void theClusterIdIsMadeOnceAndKept() throws Exception {
        BrokerDirectory directory = new BrokerDirectory(root);
        directory.formatIfNew();
        String first = clusterId(directory);
        directory.formatIfNew();
        assertThat(clusterId(directory)).isEqualTo(first).isNotBlank();
    }

    @Test
    void anInterruptedFormatIsDiscarded() throws Exception {
        Path unfinished = Files.createDirectories(root.resolve("data.unfinished"));
        Files.writeString(unfinished.resolve("meta.properties"), "half");
        BrokerDirectory directory = new BrokerDirectory(root);
        directory.formatIfNew();
        assertThat(clusterId(directory)).isNotBlank();
        assertThat(unfinished).doesNotExist();
    }

    private static String clusterId(BrokerDirectory directory) throws IOException {
        Properties meta = new Properties();
        try (InputStream in = Files.newInputStream(directory.data().resolve("meta.properties"))) {
            meta.load(in);
        }
        return meta.getProperty("cluster.id");
    }
}
