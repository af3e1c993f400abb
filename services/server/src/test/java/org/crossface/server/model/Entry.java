package org.crossface.server.model;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crossface.pathway.CircumstancesResolver;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.Envelope;
import org.crossface.server.api.Http;
import org.crossface.server.api.Http.Answer;
import org.crossface.web.api.command.CommandAddress;
import org.crossface.web.problem.Problem;
import org.crossface.web.problem.Problems;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Sends commands: at the entry of the command bus that people's commands pass, or by HTTP. */
final class Entry {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private final CommandDispatch dispatch;
    private final Http http;
    private int sent;

    Entry(CommandDispatch dispatch, Http http) {
        this.dispatch = dispatch;
        this.http = http;
    }

    /** Through {@link CommandDispatch}: interceptors, decision and store are those of the product. */
    Outcome send(Attempt attempt) {
        sent++;
        Object command;
        try {
            command = JSON.convertValue(attempt.body(), attempt.spec().type());
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return new Outcome(400, List.of(), List.of(), String.valueOf(unreadable.getMessage()));
        }
        Envelope envelope = Envelope.of(
                        attempt.user().id(),
                        attempt.role(),
                        attempt.user().organisation(),
                        "INTERFACE",
                        "TREAT",
                        "model-" + sent)
                .within(attempt.scope());
        String reason = attempt.lateReason();
        try {
            dispatch.send(
                    command, reason == null ? envelope : envelope.noting(CircumstancesResolver.LATE_REASON, reason));
            return new Outcome(200, List.of(), List.of(), "accepted");
        } catch (CommandRefused refused) {
            return new Outcome(
                    Problems.of(refused).status(),
                    refused.broken().stream().map(each -> each.rule().id()).toList(),
                    refused.broken(),
                    String.valueOf(refused.getMessage()));
        } catch (RuntimeException other) {
            Problem problem = Problems.of(other);
            return new Outcome(
                    problem.status(), List.of(), List.of(), problem.status() < 500 ? other.toString() : traceOf(other));
        }
    }

    /** Whether the API takes the command at an address that names its stream. */
    static boolean isForHttp(Attempt attempt) {
        return CommandAddress.of(attempt.spec())
                        .filter(address -> !address.opens())
                        .isPresent()
                && attempt.user().sites().equals(attempt.scope());
    }

    /** Through the API, from the token to the problem. */
    Outcome sendByHttp(Attempt attempt) {
        CommandAddress address = CommandAddress.of(attempt.spec()).orElseThrow();
        Map<String, Object> body = new TreeMap<>(attempt.body());
        address.given().forEach(body::remove);
        if (attempt.lateReason() != null) {
            body.put(CircumstancesResolver.LATE_REASON, attempt.lateReason());
        }
        String path = address.path()
                .replace(
                        "{" + attempt.spec().target() + "}",
                        String.valueOf(attempt.body().get(attempt.spec().target())));
        Answer answer = http.postAs(attempt.user().userName(), path, body);
        List<String> rules = Stream.concat(
                        Stream.of(answer.text("rule")),
                        answer.body()
                                .path("broken")
                                .valueStream()
                                .map(each -> each.path("rule").asString("")))
                .filter(rule -> !rule.isEmpty())
                .distinct()
                .toList();
        return new Outcome(
                answer.status(), rules, List.<BrokenRule>of(), answer.body().toString());
    }

    private static String traceOf(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
