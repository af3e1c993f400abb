package org.crossface.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UpcastersTest {

    @EventName(
            value = "test.measured",
            revision = 3,
            upcasters = {InMillimetres.class, WithSide.class})
    private record Measured(int lengthMm, String side) {}

    private static final class InMillimetres implements Upcaster {

        @Override
        public void upcast(Map<String, @Nullable Object> content) {
            content.put("lengthMm", 10 * (int) Objects.requireNonNull(content.remove("lengthCm")));
        }

        @Override
        public Map<String, String> corrected(String component, String value) {
            return component.equals("lengthCm")
                    ? Map.of("lengthMm", String.valueOf(10 * Integer.parseInt(value)))
                    : Map.of(component, value);
        }
    }

    private static final class WithSide implements Upcaster {

        @Override
        public void upcast(Map<String, @Nullable Object> content) {
            content.remove("comment");
            content.put("side", "UNKNOWN");
        }

        @Override
        public Map<String, String> corrected(String component, String value) {
            return component.equals("comment") ? Map.of() : Map.of(component, value);
        }
    }

    @EventName(value = "test.hasty", revision = 2)
    private record Hasty(String to) {}

    private static Map<String, Object> upcast(int revision, Map<String, Object> stored) {
        Map<String, Object> content = new HashMap<>(stored);
        Upcasters.of(Measured.class).upcast(revision, content);
        return content;
    }

    @Test
    void contentPassesTheUpcastersFromItsRevisionOn() {
        assertThat(upcast(1, Map.of("lengthCm", 14, "comment", "long")))
                .isEqualTo(Map.of("lengthMm", 140, "side", "UNKNOWN"));
        assertThat(upcast(2, Map.of("lengthMm", 140, "comment", "long")))
                .isEqualTo(Map.of("lengthMm", 140, "side", "UNKNOWN"));
    }

    @Test
    void theyLeadFromEachEarlierRevisionAndFromNoOther() {
        Upcasters upcasters = Upcasters.of(Measured.class);
        assertThat(upcasters.leadFrom(0)).isFalse();
        assertThat(upcasters.leadFrom(1)).isTrue();
        assertThat(upcasters.leadFrom(2)).isTrue();
        assertThat(upcasters.leadFrom(3)).as("the current one").isFalse();
        assertThat(Upcasters.of(String.class).steps()).isEmpty();
    }

    @Test
    void aCorrectionSaysWhatStandsInThePlaceOfItsComponent() {
        Upcasters upcasters = Upcasters.of(Measured.class);
        assertThat(upcasters.corrected("lengthCm", "12")).isEqualTo(Map.of("lengthMm", "120"));
        assertThat(upcasters.corrected("lengthMm", "120")).isEqualTo(Map.of("lengthMm", "120"));
        assertThat(upcasters.corrected("comment", "short")).isEmpty();
    }

    @Test
    void anEventNeedsAnUpcasterForEachEarlierRevision() {
        assertThatThrownBy(() -> Upcasters.of(Hasty.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Revision 2 of test.hasty needs 1 upcasters and has 0");
    }
}
