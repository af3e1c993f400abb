package org.crossface.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.axonframework.common.annotation.AnnotationUtils;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;

/** Axon forwards no event to the members of a pathway, so that none of them may wait for one. */
class TakesCommandsTest {

    @Test
    void noMemberOfAPathwayHandlesEvents() {
        List<Class<?>> members = Arrays.stream(CarePathway.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(TakesCommands.class))
                .<Class<?>>map(Field::getType)
                .toList();
        assertThat(members).hasSizeGreaterThan(30);
        assertThat(members.stream()
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> AnnotationUtils.isAnnotationPresent(method, EventHandler.class)))
                .isEmpty();
    }
}
