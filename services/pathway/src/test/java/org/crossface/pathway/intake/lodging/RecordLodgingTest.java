package org.crossface.pathway.intake.lodging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.Histories;
import org.crossface.pathway.Refused;
import org.crossface.pathway.Samples;
import org.crossface.pathway.intake.Intake;
import org.crossface.pathway.intake.LodgingRecorded;
import org.crossface.pathway.state.PathwayState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RecordLodgingTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 12, 1);

    private static ResultValidator<CarePathway> record(String until, String zone) {
        return Course.of(Histories.evaluated())
                .when(
                        RecordLodging.class,
                        "2024-11-27",
                        Map.of("from", FIRST, "until", LocalDate.parse(until), "zone", zone));
    }

    @Test
    @Tag("SEQ-LODGING")
    void aStayDoesNotEndBeforeItBegins() {
        record("2024-11-30", "America/New_York").expectException(Refused.by("SEQ-LODGING", "until"));
        record("2024-12-01", "America/New_York").expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("REF-ZONE")
    void aZoneThatDoesNotExistIsRefused() {
        record("2024-12-08", "Mars/Olympus").expectException(Refused.by("REF-ZONE", "zone"));
    }

    @Test
    void theStayThatWasRecordedLaterHoldsAndWithoutOneThePatientIsAtHome() {
        Intake intake = PathwayState.of(Course.of(Histories.evaluated())
                        .and(LodgingRecorded.class, "2024-11-27", stay("America/New_York", FIRST.plusDays(7)))
                        .and(LodgingRecorded.class, "2024-11-28", stay("America/Denver", FIRST.plusDays(2)))
                        .facts())
                .intake();
        assertThat(intake.lodgingOn(FIRST.minusDays(1))).isEmpty();
        assertThat(intake.lodgingOn(FIRST.plusDays(2)).map(Intake.Lodging::zone))
                .contains(ZoneId.of("America/Denver"));
        assertThat(intake.lodgingOn(FIRST.plusDays(3)).map(Intake.Lodging::zone))
                .contains(ZoneId.of("America/New_York"));
        assertThat(intake.lodgingOn(FIRST.plusDays(8))).isEmpty();
    }

    @Test
    void aStayWithoutAnEndLasts() {
        Intake intake = PathwayState.of(Course.of(Histories.evaluated())
                        .and(
                                LodgingRecorded.class,
                                "2024-11-27",
                                Map.of("from", FIRST, "until", Samples.Absent.ABSENT, "zone", "America/Denver"))
                        .facts())
                .intake();
        assertThat(intake.lodgingOn(FIRST.plusYears(3)).map(Intake.Lodging::zone))
                .contains(ZoneId.of("America/Denver"));
    }

    private static Map<String, ?> stay(String zone, LocalDate until) {
        return Map.of("from", FIRST, "until", until, "zone", zone);
    }
}
