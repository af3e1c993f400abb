package org.crossface.web.command;

import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.pathway.patient.registration.RegisterPatient;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.Envelope;
import org.crossface.platform.dispatch.Receipt;
import org.crossface.platform.numbers.RunningNumbers;
import org.crossface.web.problem.RequestFault;
import tools.jackson.databind.node.ObjectNode;

/** Takes the commands that come in by the pages and by the API: reads their fields and sends them to the command bus. */
public final class CommandEntry {

    private static final String NUMBER_PREFIX = "P";

    private final CommandCatalogue catalogue;
    private final CommandReader reader;
    private final CommandDispatch dispatch;
    private final StreamIdentifiers ids;
    private final RunningNumbers numbers;

    public CommandEntry(
            CommandCatalogue catalogue,
            CommandReader reader,
            CommandDispatch dispatch,
            StreamIdentifiers ids,
            RunningNumbers numbers) {
        this.catalogue = catalogue;
        this.reader = reader;
        this.dispatch = dispatch;
        this.ids = ids;
        this.numbers = numbers;
    }

    /**
     * A command as it came in, not yet read.
     *
     * @param set components that the address or the server sets, so that the fields may not hold them; each is asked for only when the
     *     fields have been read
     * @param fields what was sent
     * @param zone of the place, for a command that does not say when it happened
     */
    public record Sent(CommandSpec spec, Map<String, Supplier<String>> set, ObjectNode fields, ZoneId zone) {

        public Sent {
            set = Map.copyOf(set);
        }

        /** For a stream that there is, or whose identifier the sender chooses. */
        public static Sent to(String streamId, CommandSpec spec, ObjectNode fields, ZoneId zone) {
            return new Sent(spec, Map.of(spec.target(), () -> streamId), fields, zone);
        }
    }

    /** The referral that opens a pathway: the server sets its identifier and its number. */
    public Sent referral(ObjectNode fields, ZoneId zone) {
        CommandSpec spec = catalogue.find(RegisterReferral.class).orElseThrow();
        return new Sent(spec, Map.of(spec.target(), ids, "number", () -> numbers.next(NUMBER_PREFIX)), fields, zone);
    }

    /** The registration of a person: the server sets the identifier. */
    public Sent person(ObjectNode fields, ZoneId zone) {
        CommandSpec spec = catalogue.find(RegisterPatient.class).orElseThrow();
        return new Sent(spec, Map.of(spec.target(), ids), fields, zone);
    }

    /**
     * Gives one command.
     *
     * @throws RequestFault 400 if fields cannot be read, with all that is wrong with them
     */
    public Receipt give(Sent sent, Envelope envelope) {
        requireReadable(sent);
        return dispatch.send(reader.read(sent), LateReason.noted(envelope, sent.fields()));
    }

    /**
     * Asks of several commands that belong together whether all can be read, before one is given.
     *
     * @throws RequestFault 400 if fields cannot be read, with all that is wrong with those of all commands
     */
    public void requireReadable(Sent... together) {
        FieldFaults faults = new FieldFaults();
        for (Sent sent : together) {
            reader.check(sent, faults);
        }
        faults.demandReadable();
    }
}
