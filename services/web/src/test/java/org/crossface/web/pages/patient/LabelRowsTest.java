package org.crossface.web.pages.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.crossface.web.pages.patient.LabelRows.Placed;
import org.crossface.web.pages.patient.LabelRows.Wanted;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelRowsTest {

    private static final double WIDTH = 1184;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10, 16})
    void neitherTextsNorLinesOverlap(int labels) {
        Random random = new Random(labels);
        List<Wanted> wanted = Stream.generate(
                        () -> new Wanted(random.nextDouble() * WIDTH, "Outcome 12 mo", "21 Nov 2025"))
                .limit(labels)
                .toList();

        List<Placed> placed = LabelRows.place(wanted, WIDTH);

        assertThat(placed)
                .hasSize(labels)
                .isSortedAccordingTo(
                        (a, b) -> Double.compare(a.label().x(), b.label().x()));
        for (Placed one : placed) {
            for (Placed other : placed) {
                if (!one.equals(other)) {
                    boolean sideBySide = one.to() <= other.from() || other.to() <= one.from();
                    boolean crosses = other.row() > one.row()
                            && one.from() + 2 < other.label().x()
                            && other.label().x() < one.to() - 2;
                    assertThat(one.row() == other.row() ? sideBySide : !crosses)
                            .as("%s and %s", one, other)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, WIDTH})
    void aLabelAtTheEdgeGoesInward(double x) {
        Placed placed = LabelRows.place(List.of(new Wanted(x, "Referral", "5 Nov 2024")), WIDTH)
                .getFirst();

        assertThat(placed.from()).isNotNegative();
        assertThat(placed.to()).isLessThanOrEqualTo(WIDTH);
    }
}
