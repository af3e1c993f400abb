package org.crossface.pathway.scheduling.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EquipmentByNameTest {

    @Test
    void theTypedNamesStayAndNoRegisteredDeviceIsInvented() {
        List<Map<String, String>> typed = List.of(Map.of("kind", "MICROSCOPE", "name", "Microscope 1"));
        Map<String, @Nullable Object> content = new HashMap<>(Map.of("equipment", typed));
        new EquipmentByName().upcast(content);
        assertThat(content).isEqualTo(Map.of("equipment", typed, "devices", List.of()));
    }
}
