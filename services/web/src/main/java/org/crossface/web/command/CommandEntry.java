package org.crossface.web.command;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.pathway.patient.identity.KnownPersons;
import org.crossface.pathway.patient.identity.KnownPersons.Candidate;
import org.crossface.pathway.patient.identity.PersonIndex;
import org.crossface.pathway.patient.registration.RegisterPatient;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.Envelope;
import org.crossface.platform.dispatch.Receipt;
import org.crossface.platform.numbers.RunningNumbers;
import org.crossface.web.problem.PersonsAlike;
import org.crossface.web.problem.RequestFault;
import tools.jackson.databind.node.ObjectNode;

/** Takes commands from the pages and the API: reads their fields and sends them to the command bus. */
public final class CommandEntry {

    private static final String NUMBER_PREFIX = "P";

    private final CommandCatalogue catalogue;
    private final CommandReader reader;
    private final CommandDispatch dispatch;
    private final StreamIdentifiers ids;
    private final RunningNumbers numbers;
    private final KnownPersons persons;

    public CommandEntry(
            CommandCatalogue catalogue,
            CommandReader reader,
            CommandDispatch dispatch,
            StreamIdentifiers ids,
            RunningNumbers numbers,
            KnownPersons persons) {
        this.catalogue = catalogue;
        this.reader = reader;
        this.dispatch = dispatch;
        this.ids = ids;
        this.numbers = numbers;
        this.persons = persons;
    }

    /**
     * A command as received, before its fields are read.
     *
     * @param set components that the address or the server sets and the fields must omit; each is computed only after the fields are read
     * @param fields the fields as sent
     * @param zone of the centre, for a command without a time
     */
    public record Sent(CommandSpec spec, Map<String, Supplier<String>> set, ObjectNode fields, ZoneId zone) {

        public Sent {
            set = Map.copyOf(set);
        }

        /** For an existing stream, or one whose identifier the sender chooses. */
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
     * Sends one command.
     *
     * @throws RequestFault 400 if fields cannot be read or stored, with all their faults
     * @throws PersonsAlike if it registers somebody who may be registered already
     */
    public Receipt give(Sent sent, Envelope envelope) {
        requireReadable(sent);
        Object command = reader.read(sent);
        FieldFaults.demandStorable(command);
        try {
            return dispatch.send(command, LateReason.noted(envelope, sent.fields()));
        } catch (CommandRefused e) {
            throw command instanceof RegisterPatient person && e.rule().equals(PersonIndex.KNOWN)
                    ? alike(person, e)
                    : e;
        }
    }

    /** The refusal with the persons who are alike; without them if they were erased in the meantime. */
    private RuntimeException alike(RegisterPatient person, CommandRefused refused) {
        List<Candidate> candidates = persons.like(person.traits(), person.siteId());
        return candidates.isEmpty()
                ? refused
                : new PersonsAlike(
                        candidates,
                        "Use the registration that is there, or name in differentFromIds the persons that it is not");
    }

    /**
     * Checks that several commands of one request can all be read, before any is sent.
     *
     * @throws RequestFault 400 if fields cannot be read, with the faults of all commands
     */
    public void requireReadable(Sent... together) {
        FieldFaults faults = new FieldFaults();
        for (Sent sent : together) {
            reader.check(sent, faults);
        }
        faults.demandReadable();
    }
}
