package org.crossface.pathway.usecase;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.crossface.pathway.policy.CentreRange;
import org.crossface.pathway.policy.Narrowed;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Verdict;

/** The ranges that a centre has narrowed. What lies outside them is possible, and so a surgeon who has measured it overrides. */
public final class CentreRanges {

    /** The annotations of a class are read once. */
    private static final ClassValue<List<RecordComponent>> NARROWED = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(each -> each.isAnnotationPresent(Narrowed.class))
                    .toList();
        }
    };

    /** For every command with a field whose range a centre may narrow. */
    public static final Check<PathwayCommand> WITHIN = Check.clinical(
            "FIELD-RANGE-CENTRE",
            "A measure lies within the range that the centre expects.",
            Set.of(Role.SURGEON),
            (state, command, given) -> NARROWED.get(command.getClass()).stream()
                    .map(each -> judge(each, command, given.policy()))
                    .filter(verdict -> verdict instanceof Verdict.Refused)
                    .findFirst()
                    .orElse(Verdict.ALLOWED));

    private CentreRanges() {}

    private static Verdict judge(RecordComponent component, PathwayCommand command, Policy policy) {
        CentreRange range = component.getAnnotation(Narrowed.class).value();
        FormField field = component.getAnnotation(FormField.class);
        double entered = number(component, command);
        String expected = plain(range.least(policy)) + " to " + plain(range.most(policy)) + " " + field.unit();
        return Verdict.refusedIf(
                entered < range.least(policy) || entered > range.most(policy),
                component.getName(),
                field.label() + " is " + plain(entered) + " " + field.unit() + "; the centre expects " + expected,
                "Check the entry; if it was measured so, the surgeon overrides with a reason");
    }

    private static double number(RecordComponent component, PathwayCommand command) {
        try {
            component.getAccessor().setAccessible(true);
            return ((Number) component.getAccessor().invoke(command)).doubleValue();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Commands are public records", e);
        }
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
