package org.crossface.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file with a cohort's script and the answers to its steps, so that a run can resume after the simulator or the server was killed. It has
 * one line of JSON for the script and one for each answer. An incomplete line is ignored. At the end of the script the file is renamed:
 * {@code cohort.journal} becomes {@code cohort.played}.
 */
final class Journal implements AutoCloseable {

    private static final List<String> KEPT =
            List.of("pathwayId", "patientId", "caseId", "factIds", "rule", "code", "concerns");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private final FileChannel channel;
    private final Queue<JsonNode> answers;
    private @Nullable Script script;

    private Journal(Path file, FileChannel channel, Queue<JsonNode> lines) {
        this.file = file;
        this.channel = channel;
        this.answers = lines;
        JsonNode first = lines.poll();
        if (first != null) {
            script = new Script(
                    first.path("seed").asLong(),
                    Instant.parse(first.path("from").asString()),
                    Instant.parse(first.path("until").asString()));
        }
    }

    /** Opens the journal for appending and reads its content, if it exists. */
    static Journal open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Queue<JsonNode> lines = new ArrayDeque<>();
            String text = Files.exists(file) ? Files.readString(file) : "";
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            whole.lines().map(JSON::readTree).forEach(lines::add);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
            channel.position(channel.size());
            return new Journal(file, channel, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + file + " cannot be opened", e);
        }
    }

    /** Whether the cohort of this journal was played to its end. */
    static boolean isPlayed(Path file) {
        return Files.exists(played(file));
    }

    /** The script that was begun; empty in a new journal. */
    Optional<Script> script() {
        return Optional.ofNullable(script);
    }

    /** Begins a script. */
    void begin(Script begun) {
        ObjectNode line = JSON.createObjectNode();
        line.put("seed", begun.seed());
        line.put("from", begun.from().toString());
        line.put("until", begun.until().toString());
        write(line);
        script = begun;
    }

    /** Whether recorded answers remain. */
    boolean hasAnswers() {
        return !answers.isEmpty();
    }

    /**
     * The recorded answer of the next step.
     *
     * @throws IllegalStateException if it belongs to another step
     */
    Answer nextAnswer(Step step) {
        JsonNode line = answers.remove();
        if (!line.path("step").asString().equals(step.mark())) {
            throw new IllegalStateException(
                    "The journal " + file + " belongs to another edition of this program: it has '"
                            + line.path("step").asString() + "' where this one has '" + step.mark() + "'");
        }
        return new Answer(line.path("status").asInt(), line.path("body"));
    }

    /** Records an answer. */
    void add(Step step, Answer answer) {
        ObjectNode line = JSON.createObjectNode();
        line.put("step", step.mark());
        line.put("status", answer.status());
        ObjectNode body = line.putObject("body");
        for (String name : KEPT) {
            if (answer.body().has(name)) {
                body.set(name, answer.body().path(name));
            }
        }
        write(line);
    }

    /** Marks the script as played to its end. */
    void complete() {
        try {
            Files.move(file, played(file), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + file + " cannot be renamed", e);
        }
    }

    private static Path played(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.replaceFirst("\\.journal$", "") + ".played");
    }

    private void write(JsonNode line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + file + " cannot be written", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + file + " cannot be closed", e);
        }
    }
}
