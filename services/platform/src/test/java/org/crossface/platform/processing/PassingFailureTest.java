package org.crossface.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Which failures are worth another try of the whole batch, and for how long. */
class PassingFailureTest {

    static Stream<Throwable> passing() {
        return Stream.of(
                new CannotGetJdbcConnectionException("none is free"),
                new CannotAcquireLockException("somebody else has it"),
                new ConcurrencyException("somebody was first"),
                new IllegalStateException("No answer within PT30S", new TimeoutException()),
                new IllegalStateException(new SQLException("too many clients", "53300")),
                new SQLException("the server goes down", "57P01"),
                new SQLException("the connection is gone", "08006"));
    }

    static Stream<Throwable> lasting() {
        return Stream.of(
                new IllegalStateException("cannot take it"),
                new IOException("no such file"),
                new DataIntegrityViolationException("there is one already", new SQLException("twice", "23505")),
                new BadSqlGrammarException("view", "SELECT 1 / 0", new SQLException("division by zero", "22012")));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void theSurroundingsRecover(Throwable failure) {
        assertThat(PassingFailure.is(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void theEventStaysAsItIs(Throwable failure) {
        assertThat(PassingFailure.is(failure)).isFalse();
    }

    @Test
    void aChainOfCausesThatIsARingEnds() {
        IllegalStateException one = new IllegalStateException();
        one.initCause(new IllegalArgumentException(one));

        assertThat(PassingFailure.is(one)).isFalse();
    }

    @Test
    void aSegmentWaitsAsLongSinceItsFirstFailureAndAnewAfterASuccess() {
        AtomicLong now = new AtomicLong(5);
        Patience patience = new Patience(Duration.ofSeconds(60), now::get);

        assertThat(patience.lasts(1)).isTrue();
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(patience.lasts(1)).isTrue();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(patience.lasts(1)).isFalse();
        assertThat(patience.lasts(2)).as("another segment").isTrue();
        patience.restore(1);
        assertThat(patience.lasts(1)).isTrue();
    }
}
