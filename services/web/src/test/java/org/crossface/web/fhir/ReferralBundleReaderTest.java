package org.crossface.web.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.crossface.web.documents.Deadline;
import org.crossface.web.fhir.ReceivedReferral.Identifier;
import org.crossface.web.fhir.ReceivedReferral.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferralBundleReaderTest {

    private static final Path REFERRALS = Path.of("../simulator/src/main/resources/referrals");

    private final ReferralBundleReader reader = new ReferralBundleReader(FhirContext.forR4Cached());

    private ReceivedReferral read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private ReceivedReferral read(byte[] bytes, Charset charset) {
        return reader.read(
                bytes, charset, LocalDate.of(2026, 11, 30), ZoneOffset.UTC, Deadline.in(Duration.ofMinutes(1)));
    }

    @Test
    void everySyntheticBundleIsReadAndNoneHasAReason() throws IOException {
        List<ReceivedReferral> all;
        try (Stream<Path> files = Files.list(REFERRALS)) {
            all = files.sorted()
                    .map(ReferralBundleReaderTest::text)
                    .map(this::read)
                    .toList();
        }

        assertThat(all).hasSize(60);
        assertThat(all).allSatisfy(referral -> assertThat(referral.reason()).isNull());
    }

    @Test
    void thePersonIsTakenAsWritten() {
        ReceivedReferral referral = read(text(REFERRALS.resolve("referral-007.json")));

        assertThat(referral.familyName()).isEqualTo("Escobedo608");
        assertThat(referral.givenNames()).containsExactly("Anita473");
        assertThat(referral.birthDate()).isEqualTo("1965-04-07");
        assertThat(referral.sex()).isEqualTo(Sex.FEMALE);
        assertThat(referral.phone()).isEqualTo("555-189-8194");
    }

    @Test
    void numbersOfStatePapersAreLeftInTheDocument() {
        ReceivedReferral referral = read(text(REFERRALS.resolve("referral-007.json")));

        assertThat(referral.identifiers())
                .extracting(Identifier::system)
                .containsExactly("https://github.com/synthetichealth/synthea", "http://hospital.smarthealthit.org");
    }

    @Test
    void theReasonOfAServiceRequestIsTaken() {
        String json = """
                {"resourceType":"Bundle","type":"collection","entry":[
                  {"resource":{"resourceType":"Patient","name":[{"family":"Doe","given":["Jo"]}],"birthDate":"1990-06-02"}},
                  {"resource":{"resourceType":"ServiceRequest","status":"active","intent":"order",
                    "subject":{"display":"Jo Doe"},"requester":{"display":"Dr. Ref"},
                    "reasonCode":[{"text":"Facial palsy for four years"}]}}]}
                """;

        ReceivedReferral referral = read(json);

        assertThat(referral.reason()).isEqualTo("Facial palsy for four years");
        assertThat(referral.referrer()).isEqualTo("Dr. Ref");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {                                                             | line 1, column 2
                    {"resourceType":"Patient"}                                    | Bundle
                    {"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","birthDate":"19x"}}]} | Bundle.entry[0].resource.birthDate
                    {"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","gender":"dog"}}]}    | Bundle.entry[0].resource.gender
                    {"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","wings":2}}]}         | Bundle.entry[0].resource.wings
                    {"resourceType":"Bundle","entry":[]}                          | Bundle.entry
                    {"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","name":[{"use":"official"}]}}]} | Bundle.entry[0].resource.name
                    {"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","name":[{"family":"Doe","given":["Jo"]}],"birthDate":"1990-13"}}]} | Bundle.entry[0].resource.birthDate
                    """)
    void aMalformedBundleIsRefusedWithItsPlace(String json, String place) {
        BundleRefused refused = catchThrowableOfType(BundleRefused.class, () -> read(json));

        assertThat(refused.place()).isEqualTo(place);
        assertThat(refused.getMessage()).isNotBlank();
        assertThat(refused.remedy()).isNotBlank();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
