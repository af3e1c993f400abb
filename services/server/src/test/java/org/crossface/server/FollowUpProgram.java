package org.crossface.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.crossface.platform.bench.Product;
import org.crossface.platform.schema.Login;
import org.crossface.platform.schema.PostgresEndpoint;
import org.crossface.platform.time.DomainClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** A {@link FollowUpNode} in a JVM of its own, to be killed, whose clock can be set wrong while it runs. */
final class FollowUpProgram {

    private static volatile long millisOff;

    private FollowUpProgram() {}

    /** The clock of this node: that of the domain, and so much off. */
    @Configuration(proxyBeanMethods = false)
    static class WrongClock {

        @Bean
        @Primary
        Clock wrongClock(DomainClock right) {
            return new Clock() {

                @Override
                public Instant instant() {
                    return right.instant().plusMillis(millisOff);
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }

    /** Arguments: JDBC address, then user and password of owner and server, home, milliseconds off. Each line says how far it is off then. */
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err); // the log goes there too
        millisOff = Long.parseLong(arguments[6]);
        Login owner = new Login(arguments[1], arguments[2]);
        Product node = FollowUpNode.start(
                "node",
                new PostgresEndpoint(arguments[0], null, owner, new Login(arguments[3], arguments[4])),
                Path.of(arguments[5]),
                WrongClock.class);
        GenericEventMessage.clock = node.configuration().getComponent(Clock.class, () -> GenericEventMessage.clock);
        answers.println("ready");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            millisOff = Long.parseLong(line.strip());
            answers.println("set");
        }
        Runtime.getRuntime().halt(0); // its parent is gone
    }

    /** The node as the drill sees it. */
    static final class Running implements AutoCloseable {

        private final Process process;
        private final BufferedReader answers;
        private final PrintStream orders;

        private Running(Process process) {
            this.process = process;
            this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        }

        /** Starts it; {@link #ready()} waits for it. */
        static Running start(PostgresEndpoint endpoint, Path home, long millisOff) throws IOException {
            return new Running(new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-cp",
                            System.getProperty("java.class.path")
                                    + File.pathSeparator
                                    + System.getProperty("surefire.test.class.path", ""),
                            FollowUpProgram.class.getName(),
                            endpoint.url(),
                            endpoint.owner().user(),
                            endpoint.owner().password(),
                            endpoint.server().user(),
                            endpoint.server().password(),
                            home.toString(),
                            Long.toString(millisOff)))
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            home.resolve("node.log").toFile()))
                    .start());
        }

        Running ready() throws IOException {
            String line = answers.readLine();
            if (!"ready".equals(line)) {
                throw new IllegalStateException("The node has not started; see its log");
            }
            return this;
        }

        /** Sets its clock. */
        void off(long millis) throws IOException {
            orders.println(millis);
            answers.readLine();
        }

        /** As {@code kill -9}. */
        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }
}
