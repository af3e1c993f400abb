package org.crossface.web.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.crossface.web.documents.Deadline;
import org.crossface.web.documents.DocumentRefused;
import org.crossface.web.documents.DocumentRefused.Kind;
import org.junit.jupiter.api.Test;

class BodyReaderTest {

    private final BodyBudget budget = new BodyBudget(20_000);

    private static InputStream of(int bytes) {
        return new ByteArrayInputStream(new byte[bytes]);
    }

    @Test
    void aBodyOfTheGreatestSizeIsReadAndOneByteMoreIsNot() {
        try (BodyReader reader = new BodyReader(budget, 10_000)) {
            assertThat(reader.read(of(10_000))).hasSize(10_000);
        }
        try (BodyReader reader = new BodyReader(budget, 10_000)) {
            assertThat(catchThrowableOfType(DocumentRefused.class, () -> reader.read(of(10_001)))
                            .kind())
                    .isEqualTo(Kind.TOO_LARGE);
        }
        assertThat(budget.taken()).isZero();
    }

    @Test
    void bodiesTogetherTakeNoMoreThanTheirBudget() {
        try (BodyReader first = new BodyReader(budget, 16_000);
                BodyReader second = new BodyReader(budget, 16_000)) {
            first.read(of(16_000));
            assertThat(catchThrowableOfType(DocumentRefused.class, () -> second.read(of(16_000)))
                            .kind())
                    .isEqualTo(Kind.BUSY);
            assertThat(budget.taken()).isLessThanOrEqualTo(20_000);
        }
        assertThat(budget.taken()).isZero();
        try (BodyReader third = new BodyReader(budget, 16_000)) {
            assertThat(third.read(of(16_000))).hasSize(16_000);
        }
    }

    @Test
    void aBodyThatTricklesIsCutAtTheDeadline() {
        InputStream trickle = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                into[offset] = ' ';
                return 1;
            }
        };
        try (BodyReader reader = new BodyReader(budget, 10_000_000)) {
            assertThat(catchThrowableOfType(
                                    DocumentRefused.class, () -> reader.read(trickle, Deadline.in(Duration.ZERO)))
                            .kind())
                    .isEqualTo(Kind.TOO_SLOW);
        }
    }

    @Test
    void aSilentOrBrokenConnectionIsTheSendersFault() {
        assertThat(failing(new SocketTimeoutException()).kind()).isEqualTo(Kind.TOO_SLOW);
        assertThat(failing(new IOException("reset")).kind()).isEqualTo(Kind.MALFORMED);
    }

    private DocumentRefused failing(IOException failure) {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw failure;
            }
        };
        try (BodyReader reader = new BodyReader(budget, 100)) {
            return catchThrowableOfType(DocumentRefused.class, () -> reader.read(broken));
        }
    }

    @Test
    void largerBodiesHaveMoreTime() {
        assertThat(BodyReader.timeFor(4_096)).isEqualTo(Duration.ofSeconds(5));
        assertThat(BodyReader.timeFor(5_000_000)).isEqualTo(Duration.ofSeconds(24));
    }
}
