package org.crossface.server.sites;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.platform.api.Role;
import org.crossface.server.sites.OperationTable.Row;
import org.jspecify.annotations.Nullable;

/** Sends every operation as everyone and says what came back that may not. */
final class Matrix {

    private static final int AT_ONCE = 4;

    /** Every operation as every role, with {@code -Dcrossface.sites.all=true}. */
    private static final boolean ALL = Boolean.getBoolean("crossface.sites.all");

    private final Collection<Operation> operations;
    private final OperationTable table;
    private final Client client;
    private final Target target;
    private final Canaries canaries;
    private final Findings findings;
    private final Map<String, String> ofNobody = new ConcurrentHashMap<>();
    private final AtomicInteger sent = new AtomicInteger();

    Matrix(
            Collection<Operation> operations,
            OperationTable table,
            Client client,
            Target target,
            Canaries canaries,
            Findings findings) {
        this.operations = operations;
        this.table = table;
        this.client = client;
        this.target = target;
        this.canaries = canaries;
        this.findings = findings;
    }

    /** How many requests were sent. */
    int sent() {
        return sent.get();
    }

    /** Every operation as everyone of these; what ends a sign-in or a patient comes after all else. */
    void send(Collection<Person> people) throws InterruptedException {
        Predicate<Operation> ends = each -> table.of(each).reach() == Reach.OWN_END;
        Predicate<Operation> opens = each -> table.of(each).reach() == Reach.OPEN;
        send(people, ends.or(opens).negate().and(each -> each.turn() == 0));
        send(people, opens);
        send(people, ends.negate().and(each -> each.turn() == 1));
        send(people, ends.negate().and(each -> each.turn() == 2));
        send(people, ends);
    }

    private void send(Collection<Person> people, Predicate<Operation> which) throws InterruptedException {
        List<Runnable> tasks = new ArrayList<>();
        for (Operation operation : operations) {
            if (which.test(operation)) {
                Row row = table.of(operation);
                List<Call> calls =
                        Bodies.calls(operation, row, target, Situation.LAKESIDE).toList();
                List<Call> toNobody = Bodies.calls(operation, row, Target.NOBODY, Situation.LAKESIDE)
                        .toList();
                people.stream()
                        .filter(person -> ALL || isToldApart(person, operation))
                        .forEach(person -> tasks.add(() -> check(person, operation, row, calls, toNobody)));
            }
        }
        all(tasks);
    }

    /**
     * Whether this role is asked of this operation. Of the roles that may not give a command, one is: they are refused by one comparison
     * with the table of authority, before anything is read. Of those that may, all are asked at another site; without a site or a session
     * one is, since it is refused before its role is looked at. Which one changes with the command, so that each role is refused many of
     * them.
     */
    private static boolean isToldApart(Person person, Operation operation) {
        CommandSpec command = operation.command();
        if (command == null || person.situation() == Situation.NOT_SIGNED_IN) {
            return true;
        }
        boolean allowed = command.allows(person.role());
        if (allowed && person.situation() == Situation.OTHER_SITE) {
            return true;
        }
        List<Role> alike = People.ROLES.stream()
                .filter(role -> command.allows(role) == allowed)
                .toList();
        return person.role() == alike.get(Math.floorMod(command.kebabName().hashCode(), alike.size()));
    }

    private void all(List<Runnable> tasks) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> running = new ArrayList<>();
            tasks.forEach(task -> running.add(threads.submit(task)));
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("A request could not be sent", e.getCause());
        }
    }

    private void check(Person person, Operation operation, Row row, List<Call> calls, List<Call> toNobody) {
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            if (call.headers().isEmpty() || mayGive(person, operation)) {
                Reply reply = exchange(person, row, call);
                Expectation expected = new Expectation(person, row.reach(), call);
                expected.fault(reply).ifPresent(kind -> found(kind, person, call, reply.start()));
                List<String> told = canaries.in(reply, call, !expected.mayNameIds());
                if (!told.isEmpty()) {
                    found("tells of a patient of another site", person, call, told + " in " + reply.start());
                }
                if (person.situation().isSignedIn() && row.reach().namesOne() && !expected.mayNameIds()) {
                    compare(person, operation, row, call, reply, toNobody.get(i));
                }
            }
        }
    }

    /**
     * What the answer to the same request for nobody looks like is asked once for each kind of request and role, and again only when the
     * answer at hand looks different.
     */
    private void compare(Person person, Operation operation, Row row, Call call, Reply foreign, Call toNobody) {
        String one = essence(operation, foreign, target);
        String key = person
                + row.operation()
                + row.calls().indexOf(call.path())
                + call.type()
                + call.headers()
                + mayGive(person, operation);
        if (one.equals(ofNobody.computeIfAbsent(
                key, each -> essence(operation, exchange(person, row, toNobody), Target.NOBODY)))) {
            return;
        }
        Reply nobodys = exchange(person, row, toNobody);
        String other = essence(operation, nobodys, Target.NOBODY);
        if (!one.equals(other)) {
            found(
                    "differs from one that does not exist",
                    person,
                    call,
                    foreign.start() + " but " + nobodys.start() + difference(one, other));
        }
    }

    private static String essence(Operation operation, Reply reply, Target sentFor) {
        String essence = reply.essence(sentFor.named());
        CommandSpec command = operation.command();
        return command == null
                ? essence
                : essence.replace(command.kebabName(), "{command}").replace(command.title(), "{command}");
    }

    private static String difference(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return " at ..."
                + one.substring(Math.max(0, at - 20), Math.min(one.length(), at + 40))
                        .replace('\n', ' ');
    }

    private static boolean mayGive(Person person, Operation operation) {
        CommandSpec command = operation.command();
        return command != null && command.allows(person.role());
    }

    private void found(String kind, Person person, Call call, String what) {
        findings.add(person.situation() + " " + kind, call + " as " + person.role() + ": " + what);
    }

    private Reply exchange(Person person, Row row, Call call) {
        sent.incrementAndGet();
        return row.reach() == Reach.STREAM ? client.open(person, call) : client.send(person, call);
    }

    /**
     * Every operation as somebody to whom it is not closed: else it would pass because it is broken for all. Reads are sent at once, the
     * others one after the other.
     */
    void control(Map<Role, Person> home, Target spare) throws InterruptedException {
        List<Runnable> reads = new ArrayList<>();
        List<Runnable> changes = new ArrayList<>();
        operations.stream().sorted(Comparator.comparingInt(Operation::turn)).forEach(operation -> {
            boolean reading = operation.method().equals("GET");
            (reading ? reads : changes).addAll(controls(operation, home, reading ? target : spare));
        });
        all(reads);
        changes.forEach(Runnable::run);
    }

    private List<Runnable> controls(Operation operation, Map<Role, Person> home, Target spare) {
        Row row = table.of(operation);
        Role role = controlOf(operation, row);
        if (role == null) {
            return List.of();
        }
        Target sentFor = row.reach() == Reach.LETTER ? target : spare;
        return Bodies.calls(operation, row, sentFor, Situation.HOME_SITE)
                .filter(call -> call.headers().isEmpty())
                .map(call -> (Runnable) () -> control(World.person(home, role), row, call))
                .toList();
    }

    private void control(Person person, Row row, Call call) {
        Reply reply = exchange(person, row, call);
        canaries.see(reply);
        if (reply.status() == 401
                || reply.status() == 403
                || reply.status() == 404
                || reply.status() >= 500
                || reply.header("location").contains("/sign-in")) {
            found("is closed to its own site too, so that it shows nothing", person, call, reply.start());
        }
    }

    /** The forms of pathways are clinical pages, which billing does not open; it gives its command through the API. */
    private static @Nullable Role controlOf(Operation operation, Row row) {
        CommandSpec command = operation.command();
        return switch (row.control()) {
            case "-" -> null;
            case "command" ->
                command == null
                        ? null
                        : People.ROLES.stream()
                                .filter(command::allows)
                                .filter(role -> operation.isApi() || role != Role.BILLING)
                                .findFirst()
                                .orElse(null);
            default -> Role.valueOf(row.control());
        };
    }
}
