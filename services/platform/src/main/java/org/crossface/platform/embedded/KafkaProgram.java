package org.crossface.platform.embedded;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class path of the broker, which is kept out of the server's own. It is a directory of jars, or the build directory
 * of the module {@code embedded-kafka} (its {@code classes} and {@code lib}).
 */
record KafkaProgram(String classPath) {
    /** The system property that names the directory. */
    static final String PROPERTY = "crossface.kafka.lib";

    static final String MAIN_CLASS = "org.crossface.kafka.EmbeddedKafka";

    /**
     * The directory that the property names; without it {@code kafka-lib} beside the server's jar, or the build
     * directory when run from a checkout.
     *
     * @throws EmbeddedServerException if there is none
     */
    static KafkaProgram find() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return in(Path.of(named));
        }
        return candidates()
                .filter(KafkaProgram::isComplete)
                .findFirst()
                .map(KafkaProgram::in)
                .orElseThrow(() -> new EmbeddedServerException("The embedded Kafka is not found. Build it (make build),"
                        + " name its directory with -D" + PROPERTY + "=..., or use an external Kafka"
                        + " (--crossface.kafka.bootstrap-servers=host:9092)."));
    }

    private static KafkaProgram in(Path directory) {
        Path place = directory.toAbsolutePath().normalize();
        if (!isComplete(place)) {
            throw new EmbeddedServerException("No embedded Kafka in " + place + " (-D" + PROPERTY + ")");
        }
        if (Files.isDirectory(place.resolve("classes"))) {
            return new KafkaProgram(place.resolve("classes") + File.pathSeparator + place.resolve("lib/*"));
        }
        return new KafkaProgram(place.resolve("*").toString());
    }

    private static boolean isComplete(Path directory) {
        boolean built = Files.isDirectory(directory.resolve("lib")) && Files.isDirectory(directory.resolve("classes"));
        return built || Files.exists(directory.resolve("embedded-kafka.jar"));
    }

    private static Stream<Path> candidates() {
        String first = System.getProperty("java.class.path", "").split(File.pathSeparator, 2)[0];
        return Stream.iterate(Path.of(first).toAbsolutePath(), path -> path != null, Path::getParent)
                .flatMap(path -> Stream.of(path.resolve("kafka-lib"), path.resolve("embedded-kafka/target")));
    }

    /** The command that runs the broker in a small JVM of its own. */
    List<String> command(Path directory, int port, int controllerPort) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + directory.resolve("kafka.jsa"),
                "-Xlog:cds=off",
                "-Xlog:aot=off",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                MAIN_CLASS,
                directory.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort));
    }
}
