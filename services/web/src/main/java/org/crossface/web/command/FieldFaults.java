package org.crossface.web.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.crossface.pathway.requirement.FieldRanges;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.Verdict;
import org.crossface.platform.api.values.StorableRecords;
import org.crossface.web.problem.Problem.Broken;
import org.crossface.web.problem.RequestFault;

/** The faults in a request's fields: unreadable values, and readable values that are out of range. */
final class FieldFaults {

    /** Limits the answer's size; a request from a form has few fields. */
    private static final int MOST = 100;

    private final List<Broken> unreadable = new ArrayList<>();
    private final List<Broken> outOfRange = new ArrayList<>();

    /**
     * Refuses a command with values that cannot be stored. The command bus would refuse the first of them.
     *
     * @throws RequestFault 400 with every such value
     */
    static void demandStorable(Object command) {
        if (command instanceof Record fields) {
            List<Broken> all = StorableRecords.faults(fields).stream()
                    .limit(MOST)
                    .map(each -> new Broken(null, null, each.field(), each.finding(), each.remedy()))
                    .toList();
            if (!all.isEmpty()) {
                throw RequestFault.badFields(all);
            }
        }
    }

    /** Whether the limit is reached. */
    boolean isFull() {
        return unreadable.size() >= MOST;
    }

    /** A field that is unknown, missing or of another type. */
    void unreadable(String field, String detail, String remedy) {
        if (!isFull()) {
            unreadable.add(new Broken(null, null, field, detail, remedy));
        }
    }

    /** A fault of the field's range. */
    void judged(Verdict verdict) {
        if (outOfRange.size() < MOST) {
            FieldRanges.RANGES.broken(verdict).map(FieldFaults::told).ifPresent(outOfRange::add);
        }
    }

    private static Broken told(BrokenRule broken) {
        return new Broken(
                broken.rule().id(),
                broken.says(),
                broken.verdict().field(),
                broken.verdict().finding(),
                broken.verdict().remedy());
    }

    /**
     * Refuses fields that cannot be read. Readable values out of range are left to the rules of the command, whose refusals are recorded.
     *
     * @throws RequestFault 400 with every fault, if a field cannot be read
     */
    void demandReadable() {
        if (!unreadable.isEmpty()) {
            throw RequestFault.badFields(
                    Stream.concat(unreadable.stream(), outOfRange.stream()).toList());
        }
    }
}
