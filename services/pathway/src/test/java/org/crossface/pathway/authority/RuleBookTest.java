package org.crossface.pathway.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crossface.pathway.ModuleClasses;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.decision.Rule;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    @Test
    void everyRuleOfTheModuleJudgesSomeCommand() throws IllegalAccessException {
        Set<Rule> declared = new HashSet<>(RuleBook.all());
        int constants = 0;
        for (Class<?> type : ModuleClasses.all()) {
            for (Field field : rules(type)) {
                field.setAccessible(true);
                Rule rule = field.get(null) instanceof Condition condition
                        ? condition.rule()
                        : ((Check<?>) field.get(null)).rule();
                if (!type.getSimpleName().equals("CorrectionRules")) {
                    assertThat(declared)
                            .as(type.getSimpleName() + "." + field.getName())
                            .contains(rule);
                }
                constants++;
            }
        }
        assertThat(constants).isGreaterThan(150);
    }

    private static List<Field> rules(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> type.getSimpleName().endsWith("Rules"))
                .filter(field -> field.getType() == Condition.class || field.getType() == Check.class)
                .toList();
    }
}
