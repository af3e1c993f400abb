package org.crossface.pathway.recovery.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanWithAnticoagulationTest {

    @Test
    void anEarlierPlanNamesNoAnticoagulation() {
        Map<String, @Nullable Object> content = new HashMap<>(Map.of("monitoredBy", "Nurses of Harbor"));
        new PlanWithAnticoagulation().upcast(content);
        assertThat(content)
                .containsEntry("anticoagulation", null)
                .containsEntry("monitoredBy", "Nurses of Harbor")
                .hasSize(2);
    }
}
