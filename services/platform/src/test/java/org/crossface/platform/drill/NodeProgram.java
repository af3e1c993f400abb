package org.crossface.platform.drill;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.config.AggregateConfigurer;
import org.crossface.platform.api.Role;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.Envelope;
import org.crossface.platform.dispatch.Receipt;
import org.crossface.platform.eventstore.AggregateCaches;
import org.crossface.platform.eventstore.GroupAppend;
import org.crossface.platform.eventstore.WriterSessions;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.personal.KeyEncryptionKey;
import org.crossface.platform.schema.Login;
import org.crossface.platform.schema.PostgresEndpoint;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.transactions.TransactionOnDemand;
import org.crossface.platform.wakeup.WakeUp;
import org.crossface.platform.wakeup.WakingEventStore;

/**
 * A node to be killed: event store, commands and a projection in a JVM of its own. It reads requests from its standard input, one a line,
 * and answers them, in any order, on its standard output.
 */
final class NodeProgram {

    private static final int POOL = 20;
    private static final int CACHED = 1_000;

    private final CommandDispatch dispatch;
    private final PrintStream answers;

    private NodeProgram(CommandDispatch dispatch, PrintStream answers) {
        this.dispatch = dispatch;
        this.answers = answers;
    }

    /** Arguments: JDBC address, user, password, key file, {@link StoreMode}, whether the projection is in its processor's transaction. */
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err); // the log goes there too
        DataSource connections = FailPoint.within(pool(arguments));
        DataSource projection = Boolean.parseBoolean(arguments[5]) ? connections : pool(arguments);
        StoreMode mode = StoreMode.valueOf(arguments[4]);
        TestEventStore store = TestEventStore.on(
                connections,
                KeyEncryptionKey.in(Path.of(arguments[3])),
                Account.EVENTS,
                builder -> mode.on(builder, () -> FailPoint.within(writers(arguments))));
        AggregateCaches caches = new AggregateCaches(CACHED);
        store.configurer()
                .configureAggregate(Slip.class)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Account.class)
                        .configureCache(c -> caches.of(Account.class)))
                .registerComponent(Notes.class, c -> new Notes(c.getComponent(TransactionOnDemand.class), connections));
        store.configurer().eventProcessing().registerEventHandler(c -> new Balances(projection));
        Loops loops = new Loops();
        WakeUp wakeUp = new WakeUp(endpoint(arguments), loops);
        store.configurer()
                .configureEventStore(
                        c -> WakingEventStore.on(store.engine(), wakeUp, loops).build());
        wakeUp.start();
        store.start();
        answers.println("ready");
        new NodeProgram(store.dispatch(), answers).serve();
        Runtime.getRuntime().halt(0); // its parent is gone
    }

    private static PostgresEndpoint endpoint(String[] arguments) {
        Login login = new Login(arguments[1], arguments[2]);
        return new PostgresEndpoint(arguments[0], null, login, login);
    }

    private static HikariDataSource pool(String[] arguments) {
        HikariConfig config = config(arguments);
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(2);
        return new HikariDataSource(config);
    }

    private static HikariDataSource writers(String[] arguments) {
        HikariConfig config = config(arguments);
        config.setMaximumPoolSize(GroupAppend.defaults().writers());
        WriterSessions.bound(config, "-c synchronous_commit=on");
        return new HikariDataSource(config);
    }

    private static HikariConfig config(String[] arguments) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setUsername(arguments[1]);
        config.setPassword(arguments[2]);
        return config;
    }

    private void serve() throws IOException {
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String line = requests.readLine(); line != null; line = requests.readLine()) {
                NodeRequest request = NodeRequest.parse(line);
                threads.execute(() -> answer(request));
            }
        }
    }

    private void answer(NodeRequest request) {
        NodeAnswer answer;
        try {
            Receipt receipt = dispatch.send(request.command(), envelope(request));
            answer = NodeAnswer.of(request, receipt);
        } catch (RuntimeException refusal) {
            answer = NodeAnswer.of(request, refusal);
        }
        FailPoint.BEFORE_ANSWER.passed();
        answers.println(answer.line());
    }

    private static Envelope envelope(NodeRequest request) {
        Envelope envelope = Envelope.of("drill", Role.SYSTEM, "drill", "UI", "TREAT", request.id());
        if (!request.key().isEmpty()) {
            envelope = envelope.idempotent(
                    new Envelope.Idempotency(request.key(), "POST /enter", Long.toString(request.amount())));
        }
        return request.expectedVersion() == NodeRequest.ANY_VERSION
                ? envelope
                : envelope.expecting(request.expectedVersion());
    }
}
