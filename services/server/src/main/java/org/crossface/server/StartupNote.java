package org.crossface.server;

import java.io.PrintStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.crossface.identity.users.DemoUsers;
import org.crossface.identity.users.FirstAdministrator;
import org.crossface.identity.users.User;
import org.crossface.platform.time.DomainClock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Prints the server's address and how to stop it. */
final class StartupNote implements ApplicationListener<ApplicationReadyEvent> {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private final PrintStream terminal;

    StartupNote(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        ServerSettings settings = ServerSettings.of(environment);
        List<String> lines = new ArrayList<>();
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            lines.add("Crossface is up:  http://" + environment.getProperty("server.address", "localhost") + ":"
                    + web.getWebServer().getPort());
            lines.add("  sign in          " + people(settings));
        } else {
            lines.add("Crossface is up, without pages (this node does not have the role web)");
        }
        if (settings.demo()) {
            lines.add("  its clock shows  " + clock(event));
        }
        lines.add("  its data is in   " + settings.home());
        lines.add("  PostgreSQL       " + environment.getProperty("crossface.postgres.url"));
        lines.add("  Kafka            " + environment.getProperty("crossface.kafka.bootstrap-servers"));
        lines.add("  roles            " + NodeRoles.of(environment).words());
        lines.add("  to stop it       Ctrl-C");
        terminal.println();
        lines.forEach(terminal::println);
        terminal.println();
    }

    private static String clock(ApplicationReadyEvent event) {
        OffsetDateTime now = OffsetDateTime.now(event.getApplicationContext().getBean(DomainClock.class));
        return MINUTE.format(now) + " UTC (it stands still while no server runs)";
    }

    private static String people(ServerSettings settings) {
        if (settings.demo()) {
            String names = DemoUsers.all().stream().map(User::userName).collect(Collectors.joining(", "));
            return "password " + DemoUsers.PASSWORD + ", as one of:\n"
                    + names.indent(19).stripTrailing();
        }
        return "as admin the first time, with the password in "
                + settings.home().resolve(FirstAdministrator.FILE);
    }
}
