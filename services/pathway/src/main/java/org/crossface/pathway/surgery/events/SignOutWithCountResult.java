package org.crossface.pathway.surgery.events;

import java.util.Map;
import java.util.Objects;
import org.crossface.pathway.surgery.vocabulary.CountResult;
import org.crossface.platform.api.Upcaster;
import org.jspecify.annotations.Nullable;

/**
 * Revision 1 of the sign-out said in {@code countsCorrect} whether the counts were correct; revision 2 says in {@code counts} what they came
 * to. Counts that were not correct are unresolved: revision 1 did not ask what became of them.
 */
final class SignOutWithCountResult implements Upcaster {

    @Override
    public void upcast(Map<String, @Nullable Object> content) {
        content.put("counts", result(Objects.requireNonNull(content.remove("countsCorrect"))));
    }

    @Override
    public Map<String, String> corrected(String component, String value) {
        return component.equals("countsCorrect")
                ? Map.of("counts", result(Boolean.valueOf(value)))
                : Map.of(component, value);
    }

    private static String result(Object countsCorrect) {
        return ((Boolean) countsCorrect ? CountResult.CORRECT : CountResult.UNRESOLVED).name();
    }
}
