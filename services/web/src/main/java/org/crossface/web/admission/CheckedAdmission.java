package org.crossface.web.admission;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.crossface.audit.refusals.UnreadCommands;
import org.crossface.identity.CurrentActor;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.NotTheirTask;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.web.admission.Operations.Match;
import org.crossface.web.command.CommandRequest;
import org.crossface.web.documents.AcceptedAnswer;
import org.crossface.web.documents.Characters;
import org.crossface.web.documents.DocumentLimits;
import org.crossface.web.documents.DocumentRefused;
import org.crossface.web.documents.DocumentRefused.Kind;
import org.crossface.web.documents.GuardedJson;
import org.crossface.web.documents.ParsingPool;
import org.crossface.web.documents.ReadBody;
import org.crossface.web.problem.RequestFault;
import org.crossface.web.security.Admission;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Checks, in this order, the sender, the sender's role, and the size and content type of the body. Only then is the body read, parsed if it is JSON,
 * and handed on.
 */
final class CheckedAdmission implements Admission {

    private static final Set<Charset> CHARSETS =
            Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1);

    private static final Pattern STREAM = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final byte[] NOTHING = {};

    private final Operations operations;
    private final ParsingPool parsing;
    private final UnreadCommands refusals;
    private final RefusalWriter writer;
    private final Share nobody;
    private final Share api;
    private final Share pages;
    private final GuardedJson small = new GuardedJson(DocumentLimits.SMALL);
    private final GuardedJson command = new GuardedJson(DocumentLimits.COMMAND);

    /**
     * @param nobody share of callers who are not signed in
     * @param api share of callers with a token
     * @param pages share of users of the pages
     */
    CheckedAdmission(
            Operations operations,
            ParsingPool parsing,
            UnreadCommands refusals,
            RefusalWriter writer,
            Share nobody,
            Share api,
            Share pages) {
        this.operations = operations;
        this.parsing = parsing;
        this.refusals = refusals;
        this.writer = writer;
        this.nobody = nobody;
        this.api = api;
        this.pages = pages;
    }

    @Override
    public void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(new AdmittedRequest(request, NOTHING, new Parameters(), List.of()), response);
            return;
        }
        Optional<CurrentActor> actor = actor();
        Share share = actor.isEmpty() ? nobody : RefusalWriter.isApi(request) ? api : pages;
        boolean begun = false;
        try (Sent sent = new Sent(request, response, share)) {
            HttpServletRequest admitted;
            try {
                admitted = sent.admitted(actor);
                share.begin();
                begun = true;
            } catch (DocumentRefused | CommandRefused | RequestFault refusal) {
                writer.write(request, response, refusal);
                return;
            }
            chain.doFilter(admitted, response);
        } finally {
            if (begun) {
                share.end();
            }
        }
    }

    private static Optional<CurrentActor> actor() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(CurrentActor.class::isInstance)
                .map(CurrentActor.class::cast);
    }

    /** One request during admission. */
    private final class Sent implements AutoCloseable {

        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final Share share;
        private Optional<BodyReader> reader = Optional.empty();

        private Sent(HttpServletRequest request, HttpServletResponse response, Share share) {
            this.request = request;
            this.response = response;
            this.share = share;
        }

        private HttpServletRequest admitted(Optional<CurrentActor> actor) throws IOException {
            Optional<Match> match = operations.find(
                    HttpMethod.valueOf(request.getMethod()),
                    PathContainer.parsePath(request.getRequestURI()
                            .substring(request.getContextPath().length())));
            if (match.isPresent()) {
                requireAccess(match.get(), actor);
            }
            Parameters parameters = new Parameters();
            if (request.getQueryString() != null) {
                parameters.addEncoded(request.getQueryString());
            }
            if (match.isEmpty() || match.get().operation().body() == Body.NONE || !hasBody()) {
                ReadBody none = new ReadBody(NOTHING, StandardCharsets.UTF_8, JsonNodeFactory.instance.missingNode());
                none.leaveWith(request);
                return new AdmittedRequest(request, NOTHING, parameters, List.of());
            }
            if (RefusalWriter.isApi(request)) {
                requireAnswerIsAccepted();
            }
            return withBody(match.get().operation(), parameters);
        }

        /** Decided here: Spring would find it out after the command, when it writes the answer. */
        private void requireAnswerIsAccepted() {
            if (AcceptedAnswer.isJson(request.getHeader(HttpHeaders.ACCEPT))) {
                return;
            }
            throw new DocumentRefused(
                    Kind.NOT_ACCEPTABLE,
                    HttpHeaders.ACCEPT,
                    "The answer is JSON, which the request does not accept",
                    "Send Accept: application/json, or leave the header out");
        }

        private boolean hasBody() {
            return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        }

        private HttpServletRequest withBody(Operation operation, Parameters parameters) throws IOException {
            if (request.getContentLengthLong() > operation.mostBytes()) {
                throw BodyReader.tooLarge(operation.mostBytes());
            }
            MediaType type = type(operation);
            Charset charset = charset(type);
            BodyReader opened = new BodyReader(share.budget(), operation.mostBytes());
            reader = Optional.of(opened);
            byte[] body = opened.read(request.getInputStream());
            UnreadBodies.wasRead(request, response);
            new ReadBody(body, charset, json(operation, body, charset)).leaveWith(request);
            List<SentFile> parts = List.of();
            if (operation.body() == Body.FORM) {
                parameters.addEncoded(Characters.of(body, StandardCharsets.US_ASCII));
            } else if (operation.body() == Body.FILES) {
                parts = SentForm.read(body, type.toString(), parameters);
            }
            return new AdmittedRequest(request, body, parameters, parts);
        }

        private MediaType type(Operation operation) {
            String sent = request.getContentType();
            try {
                MediaType type = MediaType.parseMediaType(sent == null ? "" : sent);
                if (operation.body().types().stream().anyMatch(each -> each.equalsTypeAndSubtype(type))) {
                    return type;
                }
            } catch (InvalidMediaTypeException e) {
                // An invalid type is refused like a wrong one.
            }
            throw new DocumentRefused(
                    Kind.WRONG_TYPE,
                    HttpHeaders.CONTENT_TYPE,
                    "The body is of another type than is taken here",
                    "Send "
                            + String.join(
                                    " or ",
                                    operation.body().types().stream()
                                            .map(MediaType::toString)
                                            .toList()));
        }

        private static Charset charset(MediaType type) {
            try {
                Charset charset = type.getCharset();
                if (charset == null) {
                    return StandardCharsets.UTF_8;
                }
                if (CHARSETS.contains(charset)) {
                    return charset;
                }
            } catch (IllegalArgumentException e) {
                // Unknown to the JVM: refused below.
            }
            throw new DocumentRefused(
                    Kind.WRONG_TYPE, HttpHeaders.CONTENT_TYPE, "The character set is not taken here", "Send UTF-8");
        }

        private JsonNode json(Operation operation, byte[] body, Charset charset) {
            if (operation.body() != Body.JSON) {
                return JsonNodeFactory.instance.missingNode();
            }
            GuardedJson parser = operation.mostBytes() <= DocumentLimits.SMALL.bytes() ? small : command;
            return parsing.run(deadline -> parser.read(Characters.of(body, charset), deadline));
        }

        private void requireAccess(Match match, Optional<CurrentActor> actor) {
            Access access = match.operation().access();
            if (access instanceof Access.Anyone) {
                return;
            }
            CurrentActor who = actor.orElseThrow(() -> new InsufficientAuthenticationException("Nobody is signed in"));
            switch (access) {
                case Access.OneOf(Set<org.crossface.platform.api.Role> roles) -> {
                    if (!roles.contains(who.role())) {
                        throw RequestFault.forbidden(
                                "The role " + who.role().label() + " may not do this", "Ask an administrator");
                    }
                }
                case Access.Gives gives ->
                    gives.named().apply(match.variables()).stream()
                            .filter(spec -> !spec.allows(who.role()))
                            .findFirst()
                            .ifPresent(spec -> refuse(spec, gives, match, who));
                default -> {
                    // Any signed-in user.
                }
            }
        }

        /** Refuses by INV-68, as the command bus would, and records the refusal without the command, which has not been read. */
        private void refuse(CommandSpec spec, Access.Gives gives, Match match, CurrentActor who) {
            CommandRefused refused = NotTheirTask.of(spec);
            String stream = gives.stream()
                    .map(match.variables()::get)
                    .filter(id -> STREAM.matcher(id).matches())
                    .orElse("unknown");
            refusals.keep(spec.name(), stream, refused, CommandRequest.ofUnread(request, who));
            throw refused;
        }

        @Override
        public void close() {
            reader.ifPresent(BodyReader::close);
        }
    }
}
