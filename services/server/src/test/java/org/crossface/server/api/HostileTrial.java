package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.platform.api.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends many hostile requests to a running server and judges every answer. */
final class HostileTrial {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Pattern TRACE = Pattern.compile(
            "\\w(Exception|Error)\\b|org\\.crossface|org\\.springframework|tools\\.jackson|\\tat |java\\.lang|StreamRead");

    /** Their page begins a stream that does not end, or is the page of an error, or ends the session in use. */
    private static final Set<String> NOT_SENT = Set.of("GET /events", "POST /sign-out");

    private final int port;
    private final CommandCatalogue catalogue;
    private final JdbcClient jdbc;
    private final RequestMappingHandlerMapping mappings;
    private final AcceptedRequests accepted = new AcceptedRequests();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private Duration slowest = Duration.ZERO;

    HostileTrial(int port, CommandCatalogue catalogue, JdbcClient jdbc, RequestMappingHandlerMapping mappings) {
        this.port = port;
        this.catalogue = catalogue;
        this.jdbc = jdbc;
        this.mappings = mappings;
    }

    /** Plays the accepted requests, then sends so many hostile ones. */
    void run(long seed, int requests, long mostHeapGrowth) {
        System.out.println("Hostile requests: seed " + seed);
        Http http = new Http(port, accepted::note);
        String pathway = new WorkingDay(new Clinic(http), catalogue, jdbc, new SplittableRandom(42)).play();
        assertThat(accepted.operations())
                .as("operations reached; missing: " + accepted.missing())
                .isGreaterThanOrEqualTo(120);

        HostileGenerator generator =
                new HostileGenerator(seed, accepted.all(), pages(pathway), tokens(http), sessions());
        int warmUp = Math.min(500, requests / 5);
        send(generator, warmUp);
        long heap = usedHeap();
        int threads = Thread.getAllStackTraces().size();
        send(generator, requests - warmUp);
        long growth = usedHeap() - heap;
        System.out.printf(
                "Hostile requests: %d sent, %d operations reached by accepted ones, statuses %s, slowest %d ms, heap %+.1f MB%n",
                requests, accepted.operations(), statuses, slowest.toMillis(), growth / 1e6);
        assertThat(wrong).isEmpty();
        assertThat(statuses.getOrDefault(200, 0))
                .as("some are accepted nevertheless")
                .isPositive();
        assertThat(growth).as("bytes of heap").isLessThan(mostHeapGrowth);
        assertThat(Thread.getAllStackTraces().size()).isLessThan(threads + 20);
    }

    private void send(HostileGenerator generator, int requests) {
        for (int i = 0; i < requests && wrong.size() < 20; i++) {
            HostileRequest request = generator.next();
            try {
                judge(request, answer(request));
            } catch (UncheckedIOException e) {
                wrong.add("no answer (" + e.getMessage() + ") to " + request);
            }
        }
    }

    private RawHttp.Answer answer(HostileRequest request) {
        try (RawHttp connection = new RawHttp(port)) {
            connection.write(request.bytes());
            if (request.cut()) {
                connection.stopSending();
            }
            return connection.answer(!request.line().startsWith("HEAD "));
        }
    }

    /** Late each time it is asked: once may be the fault of a busy machine. */
    private boolean isLate(HostileRequest request, RawHttp.Answer first) {
        RawHttp.Answer answer = first;
        for (int i = 0; i < 3 && answer.after().compareTo(AT_ONCE) > 0; i++) {
            answer = answer(request);
        }
        return answer.after().compareTo(AT_ONCE) > 0;
    }

    private void judge(HostileRequest request, RawHttp.Answer answer) {
        statuses.merge(answer.status(), 1, Integer::sum);
        slowest = answer.after().compareTo(slowest) > 0 ? answer.after() : slowest;
        String body = answer.body();
        if (answer.status() >= 500) {
            wrong.add(answer.status() + " " + body + " to " + request);
        } else if (isLate(request, answer)) {
            wrong.add("after " + answer.after() + " " + answer.status() + " to " + request);
        } else if (answer.status() >= 400 && TRACE.matcher(body).find()) {
            wrong.add("tells of the inside: " + body + " to " + request);
        } else if (answer.status() >= 400 && answer.header("Content-Type").contains("json") && !isProblem(answer)) {
            wrong.add("no problem: " + body + " to " + request);
        }
    }

    private static boolean isProblem(RawHttp.Answer answer) {
        try {
            JsonNode problem = JsonMapper.shared().readTree(answer.body());
            return answer.bytes().length == 0
                    || !answer.header("Content-Type").contains("problem")
                    || (problem.path("status").asInt() == answer.status()
                            && !problem.path("code").asString("").isEmpty()
                            && !problem.path("requestId").asString("").isEmpty()
                            && problem.path("detail").asString("").length() < 1_000);
        } catch (JacksonException e) {
            return false;
        }
    }

    /** Every page with a method, its variables filled in. */
    private List<String> pages(String pathway) {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(path -> !path.startsWith("/api/") && !path.equals("/error"))
                        .flatMap(path -> (info.getMethodsCondition()
                                                .getMethods()
                                                .isEmpty()
                                        ? List.of("GET").stream()
                                        : info.getMethodsCondition().getMethods().stream()
                                                .map(Enum::name))
                                .map(method -> method + " "
                                        + path.replace("{pathwayId}", pathway)
                                                .replace("{command}", "record-goals")
                                                .replaceAll("\\{[^}]+}", "1"))))
                .filter(page -> !NOT_SENT.contains(page))
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }

    private static List<String> tokens(Http http) {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.SYSTEM)
                .map(http::token)
                .toList();
    }

    private List<String> sessions() {
        return List.of("surgeon", "surgical-coordinator", "billing", "quality-auditor", "administrator").stream()
                .map(user -> {
                    Browser browser = new Browser(port);
                    browser.submit("/sign-in", "username", user, "password", "crossface-demo");
                    return browser.cookie();
                })
                .toList();
    }

    private static long usedHeap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
