package org.crossface.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("ArrayRecordComponent") // their types are all that counts
class NeverPersonalTest {

    record Plain(
            @Harmless String id, int count, @Nullable LocalDate on, BigDecimal weight, DayOfWeek day, byte[] bytes) {}

    record Nested(Plain plain, List<Plain> more, Map<String, Set<DayOfWeek>> days, Optional<Plain> last) {}

    record Tree(@Harmless String id, List<Tree> branches) {}

    record Named(@Personal String name) {}

    record InRecord(Named named) {}

    record InList(List<List<Named>> named) {}

    record InMap(Map<String, Named> named) {}

    record InOptional(Optional<Named> named) {}

    record InArray(Named[] named) {}

    record InTree(List<InTree> branches, Named named) {}

    sealed interface Either {}

    record Left(@Personal String name) implements Either {}

    record Right(int number) implements Either {}

    record Open(Either either) {}

    record OfAnything(Object value) {}

    record OfSome(List<? extends Either> values) {}

    record Generic<T>(T value) {}

    record OfGeneric(Generic<Named> value) {}

    @ParameterizedTest
    @ValueSource(classes = {Plain.class, Nested.class, Tree.class, Right.class, String.class})
    void knowsWhatHoldsNothingPersonal(Class<?> type) {
        assertThat(NeverPersonal.isOf(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Named.class,
                InRecord.class,
                InList.class,
                InMap.class,
                InOptional.class,
                InArray.class,
                InTree.class,
                Open.class,
                OfAnything.class,
                OfSome.class,
                Generic.class,
                OfGeneric.class
            })
    void leavesAnyOtherTypeToItsValues(Class<?> type) {
        assertThat(NeverPersonal.isOf(type)).isFalse();
    }
}
