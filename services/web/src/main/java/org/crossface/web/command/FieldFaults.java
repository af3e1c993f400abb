package org.crossface.web.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.crossface.pathway.requirement.FieldRanges;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.Verdict;
import org.crossface.web.problem.Problem.Broken;
import org.crossface.web.problem.RequestFault;

/** All that is wrong with the fields of a request: those that cannot be read, and those that can and are out of their range. */
final class FieldFaults {

    /** A request has few fields; one with thousands of faults is no mistake of a person, and its answer stays small. */
    private static final int MOST = 100;

    private final List<Broken> unreadable = new ArrayList<>();
    private final List<Broken> outOfRange = new ArrayList<>();

    /** Whether no more can be taken in. */
    boolean isFull() {
        return unreadable.size() >= MOST;
    }

    /** A field that is unknown, missing or of another type. */
    void unreadable(String field, String detail, String remedy) {
        if (!isFull()) {
            unreadable.add(new Broken(null, null, field, detail, remedy));
        }
    }

    /** What the range of a field has against its value. */
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
     * Lets pass what can be read. Ranges alone are left to the rules of the command, whose refusals are kept.
     *
     * @throws RequestFault 400 with everything that is wrong, if something cannot be read
     */
    void demandReadable() {
        if (!unreadable.isEmpty()) {
            throw RequestFault.badFields(
                    Stream.concat(unreadable.stream(), outOfRange.stream()).toList());
        }
    }
}
