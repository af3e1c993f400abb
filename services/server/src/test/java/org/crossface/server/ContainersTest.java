package org.crossface.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossface.billing.contract.ChargesChannel;
import org.crossface.billing.relay.ChargeTopics;
import org.crossface.platform.schema.PostgresProperties;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The containers must configure the server that is built here: no engine is needed to find what has drifted. */
class ContainersTest {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    private final Map<?, ?> compose = yaml(ROOT.resolve("docker/compose.yaml"));
    private final Map<?, ?> application = yaml(Path.of("src/main/resources/application.yaml"));

    @Test
    void everyVariableOfTheServerIsAPropertyThatItReads() throws IOException {
        assertThat(environment("server").keySet().stream().map(String::valueOf))
                .hasSizeGreaterThan(5)
                .allSatisfy(variable -> assertThat(readVariables()).contains(variable));
        Matcher set = Pattern.compile("(?m)^(?:ENV|   ) ([A-Z_]+)=").matcher(dockerfile());
        assertThat(set.results().map(found -> found.group(1)))
                .hasSize(2)
                .allSatisfy(variable -> assertThat(readVariables()).contains(variable));
    }

    @Test
    void thePortsAreEqual() throws IOException {
        String port = String.valueOf(at(application, "server", "port"));
        assertThat(at(compose, "services", "server", "ports")).isEqualTo(List.of("127.0.0.1:" + port + ":" + port));
        assertThat(environment("server").get("SERVER_PORT")).isEqualTo(port);
        assertThat(dockerfile()).contains("EXPOSE " + port, "/dev/tcp/127.0.0.1/" + port);
    }

    @Test
    void theServerIsSentToThePostgresAndTheKafkaOfTheFile() {
        assertThat(environment("server").get("CROSSFACE_POSTGRES_URL"))
                .isEqualTo("jdbc:postgresql://postgres:5432/"
                        + environment("postgres").get("POSTGRES_DB"));
        String kafka = String.valueOf(environment("server").get("CROSSFACE_KAFKA_BOOTSTRAPSERVERS"));
        assertThat(environment("kafka").get("KAFKA_ADVERTISED_LISTENERS")).isEqualTo("PLAINTEXT://" + kafka);
        assertThat(String.valueOf(environment("kafka").get("KAFKA_LISTENERS")))
                .contains("PLAINTEXT://:" + kafka.split(":", 2)[1]);
    }

    @Test
    void theTopicsAreThoseOfTheContract() {
        String commands = String.valueOf(at(compose, "services", "topics", "command"));
        assertThat(ChargeTopics.OF_THE_CONTRACT.all((short) 1))
                .hasSize(2)
                .allSatisfy(topic -> assertThat(commands)
                        .contains("--topic " + topic.name() + " --partitions " + topic.numPartitions() + " "));
        assertThat(commands)
                .contains(ChargesChannel.PROGRESS_TOPIC + " --partitions 1 --config cleanup.policy=compact");
    }

    @Test
    void theVersionsAreThoseThatTheBuildUses() throws IOException {
        String kafka = org.apache.kafka.common.utils.AppInfoParser.getVersion();
        assertThat(at(compose, "services", "kafka", "image")).isEqualTo("apache/kafka:" + kafka);
        assertThat(at(compose, "services", "topics", "image")).isEqualTo("apache/kafka:" + kafka);
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        Matcher postgres =
                Pattern.compile("<postgres-binaries.version>(\\d+)\\.").matcher(pom);
        assertThat(postgres.find()).isTrue();
        assertThat(at(compose, "services", "postgres", "image")).isEqualTo("postgres:" + postgres.group(1));
        Matcher java = Pattern.compile("<java.version>(\\d+)<").matcher(pom);
        assertThat(java.find()).isTrue();
        assertThat(dockerfile())
                .contains(
                        "FROM eclipse-temurin:" + java.group(1) + "-jdk",
                        "FROM eclipse-temurin:" + java.group(1) + "-jre");
    }

    @Test
    void noContainerIsADemonstrationAndNoPasswordIsWrittenDown() {
        assertThat(environment("server").get("CROSSFACE_DEMO")).isEqualTo("false");
        for (String service : List.of("server", "postgres")) {
            assertThat(environment(service).entrySet().stream()
                            .filter(entry -> String.valueOf(entry.getKey()).contains("PASSWORD"))
                            .map(entry -> String.valueOf(entry.getValue())))
                    .isNotEmpty()
                    .allSatisfy(value -> assertThat(value).startsWith("${").contains(":?"));
        }
    }

    /** The environment variables of all properties that application.yaml or a properties class names. */
    private Set<String> readVariables() {
        Set<String> variables = new TreeSet<>();
        collect("", application, variables);
        addComponents("crossface", ServerSettings.class, variables);
        addComponents("crossface.postgres", PostgresProperties.class, variables);
        return variables;
    }

    private static void collect(String prefix, Map<?, ?> node, Set<String> variables) {
        node.forEach((key, value) -> {
            String name = prefix + key;
            if (value instanceof Map<?, ?> inner) {
                collect(name + ".", inner, variables);
            } else {
                variables.add(variable(name));
            }
        });
    }

    private static void addComponents(String prefix, Class<?> properties, Set<String> variables) {
        for (RecordComponent component : properties.getRecordComponents()) {
            String name = prefix + "." + component.getName();
            if (component.getType().isRecord()) {
                addComponents(name, component.getType(), variables);
            } else {
                variables.add(variable(name));
            }
        }
    }

    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private Map<?, ?> environment(String service) {
        return (Map<?, ?>) at(compose, "services", service, "environment");
    }

    private static Object at(Map<?, ?> root, String... path) {
        Object node = root;
        for (String key : path) {
            assertThat(node).as(Arrays.toString(path)).isInstanceOf(Map.class);
            node = ((Map<?, ?>) node).get(key);
        }
        assertThat(node).as(Arrays.toString(path)).isNotNull();
        return node;
    }

    private static String dockerfile() throws IOException {
        return Files.readString(ROOT.resolve("docker/Dockerfile"));
    }

    private static Map<?, ?> yaml(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new Yaml().load(in);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }
}
