package org.crossface.web.fhir;

import java.util.function.Supplier;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.api.decision.Verdict;
import org.crossface.platform.api.values.UnstorableValue;

/** Tells what a command refuses at the place in the bundle from which its value came: the sender knows the bundle, not the command. */
final class Placing {

    private Placing() {}

    /** What a step gives; the fields of what it throws are renamed. */
    static <T> T inBundle(ReceivedReferral referral, Supplier<T> step) {
        try {
            return step.get();
        } catch (UnstorableValue e) {
            throw BundleRefused.unreadable(referral.placeOf(e.field()), e.finding(), e.remedy());
        } catch (CommandRefused e) {
            throw new CommandRefused(
                    e.broken().stream().map(each -> placed(each, referral)).toList());
        }
    }

    private static BrokenRule placed(BrokenRule broken, ReceivedReferral referral) {
        Verdict.Refused verdict = broken.verdict();
        String field = verdict.field();
        return field == null
                ? broken
                : new BrokenRule(
                        broken.rule(),
                        broken.says(),
                        new Verdict.Refused(
                                referral.placeOf(field),
                                verdict.finding(),
                                verdict.remedy(),
                                verdict.tried(),
                                verdict.from()));
    }
}
