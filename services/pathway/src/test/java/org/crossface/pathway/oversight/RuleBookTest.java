package org.crossface.pathway.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.ModuleClasses;
import org.crossface.pathway.RuleClass;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    @Test
    void theBookHoldsEveryRuleOfTheModule() {
        List<Method> rules = ModuleClasses.all().stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Invariant.class))
                .toList();
        assertThat(RuleBook.methods()).isNotEmpty().containsExactlyInAnyOrderElementsOf(rules);
    }

    @Test
    void aRuleNamesWhoMayOverrideItExactlyWhenItIsClinical() {
        assertThat(RuleBook.all())
                .allSatisfy(rule -> assertThat(rule.overriddenBy().length > 0)
                        .as(rule.value() + " " + rule.says())
                        .isEqualTo(rule.kind() == RuleClass.CLINICAL));
    }
}
