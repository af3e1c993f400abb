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
import java.time.ZoneId;
import java.util.List;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.web.documents.Deadline;
import org.crossface.web.fhir.ReceivedReferral.Identifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundles of {@code odd-referrals}, each with others of its kind. */
class OddReferralsTest {

    private static final Path ODD = Path.of("src/test/resources/odd-referrals");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private final ReferralBundleReader reader = new ReferralBundleReader(FhirContext.forR4Cached());

    private static byte[] odd(String file) {
        try {
            return Files.readAllBytes(ODD.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReceivedReferral read(byte[] bytes, Charset charset) {
        return reader.read(bytes, charset, TODAY, ZONE, Deadline.in(Duration.ofMinutes(1)));
    }

    private ReceivedReferral read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private BundleRefused refused(String json) {
        return catchThrowableOfType(BundleRefused.class, () -> read(json));
    }

    private ReceivedReferral readOdd(String file) {
        return read(odd(file), StandardCharsets.UTF_8);
    }

    private BundleRefused refusedOdd(String file) {
        BundleRefused refused = catchThrowableOfType(BundleRefused.class, () -> readOdd(file));
        assertThat(refused).as(file).isNotNull();
        assertThat(refused.getMessage()).hasSizeLessThan(200);
        assertThat(refused.remedy()).isNotBlank();
        return refused;
    }

    /** A bundle of a patient with these elements and other entries. */
    private static String bundle(String elements, String... resources) {
        StringBuilder all = new StringBuilder("""
                {"resourceType":"Bundle","type":"collection","entry":[
                  {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","id":"p1",%s}}""".formatted(elements));
        for (String each : resources) {
            all.append(",{\"resource\":").append(each).append('}');
        }
        return all.append("]}").toString();
    }

    private static final String PERSON =
            "\"name\":[{\"family\":\"Ash\",\"given\":[\"Robin\"]}],\"birthDate\":\"1985-04-12\"";

    private static String request(String elements) {
        return """
                {"resourceType":"ServiceRequest","status":"active","intent":"order","subject":{"reference":"Patient/p1"},%s}""".formatted(elements);
    }

    private static String withName(String family) {
        return bundle("\"name\":[{\"family\":\"" + family + "\",\"given\":[\"Robin\"]}],\"birthDate\":\"1985-04-12\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0000", "\\u0007", "\\u007f", "\\u0081", "\\u202e", "\\u200f", "\\u2067", "\\ufffd", "\\uffff",
                "\\ud800"
            })
    void aCharacterThatIsNotKeptRefusesEachTextThatIsTaken(String character) {
        String text = "a" + character + "b";
        String name = "\"name\":[{\"family\":\"%s\",\"given\":[\"%s\"]}]";
        String birth = ",\"birthDate\":\"1985-04-12\"";
        String good = name.formatted("Ash", "Robin") + birth;
        assertPlace(bundle(name.formatted(text, "Robin") + birth), "Bundle.entry[0].resource.name[0].family");
        assertPlace(bundle(name.formatted("Ash", text) + birth), "Bundle.entry[0].resource.name[0].given[0]");
        assertPlace(
                bundle(good + ",\"telecom\":[{\"system\":\"phone\",\"value\":\"" + text + "\"}]"),
                "Bundle.entry[0].resource.telecom[0].value");
        assertPlace(
                bundle(good + ",\"address\":[{\"line\":[\"1 Road\",\"" + text + "\"]}]"),
                "Bundle.entry[0].resource.address[0].line[1]");
        assertPlace(
                bundle(good + ",\"address\":[{\"country\":\"" + text + "\"}]"),
                "Bundle.entry[0].resource.address[0].country");
        assertPlace(
                bundle(good + ",\"identifier\":[{\"system\":\"urn:a\",\"value\":\"" + text + "\"}]"),
                "Bundle.entry[0].resource.identifier[0].value");
        assertPlace(
                bundle(good, request("\"reasonCode\":[{\"text\":\"" + text + "\"}]")),
                "Bundle.entry[1].resource.reasonCode[0].text");
        assertPlace(
                bundle(good, request("\"requester\":{\"display\":\"" + text + "\"}")),
                "Bundle.entry[1].resource.requester.display");
    }

    private void assertPlace(String json, String place) {
        BundleRefused refused = refused(json);
        assertThat(refused).as(json).isNotNull();
        assertThat(refused.place()).isEqualTo(place);
        assertThat(refused.kind()).isEqualTo(BundleRefused.Kind.UNREADABLE);
    }

    @Test
    void nulInAName() {
        assertThat(refusedOdd("01-nul-in-family-name.json").place())
                .isEqualTo("Bundle.entry[0].resource.name[0].family");
    }

    @Test
    void aPersonWhoHasDiedIsNotReferred() {
        BundleRefused dated = refusedOdd("02-deceased-datetime.json");
        assertThat(dated.getMessage()).contains("died");
        assertThat(dated.place()).startsWith("Bundle.entry[0].resource.deceased");
        assertThat(dated.kind()).isEqualTo(BundleRefused.Kind.NO_REFERRAL);
        assertThat(refused(bundle(PERSON + ",\"deceasedBoolean\":true")).getMessage())
                .contains("died");
        assertThat(read(bundle(PERSON + ",\"deceasedBoolean\":false")).familyName())
                .isEqualTo("Ash");
        assertThat(readOdd("11-deceased-value-absent-reason.json").familyName()).isEqualTo("Fir");
    }

    @Test
    void aRecordThatIsNotInUseIsRefused() {
        assertThat(refused(bundle(PERSON + ",\"active\":false")).place()).isEqualTo("Bundle.entry[0].resource.active");
        assertThat(refused(bundle(PERSON
                                + ",\"link\":[{\"other\":{\"reference\":\"Patient/p2\"},\"type\":\"replaced-by\"}]"))
                        .place())
                .isEqualTo("Bundle.entry[0].resource.link[0]");
    }

    @Test
    void nameAddressAndNumbersAreThoseInUse() {
        ReceivedReferral old = readOdd("04-old-name-and-address-first.json");
        assertThat(old.familyName()).isEqualTo("Present");
        assertThat(old.street()).isEqualTo("2 Present Street");
        assertThat(old.city()).isEqualTo("Newtown");
        assertThat(old.phone()).isEqualTo("555-0100");
        assertThat(readOdd("05-expired-official-name-first.json").familyName()).isEqualTo("Present");
    }

    @Test
    void anOfficialNameComesBeforeOthersAndAFutureOneNotYet() {
        ReceivedReferral referral = read(bundle("""
                "name":[{"use":"nickname","text":"Robbie"},
                  {"use":"official","family":"Future","period":{"start":"2027-01"}},
                  {"use":"official","family":"Present","given":["Robin"],"period":{"start":"2019","end":"2026-11"}},
                  {"use":"maiden","family":"Former"}],"birthDate":"1985-04-12",
                "telecom":[{"system":"phone","value":"1","use":"home"},{"system":"phone","value":"2","use":"work","rank":1},
                  {"system":"email","value":"a@example.org","period":{"end":"2020"}}]"""));
        assertThat(referral.familyName()).isEqualTo("Present");
        assertThat(referral.phone()).isEqualTo("2");
        assertThat(referral.email()).isNull();
    }

    @Test
    void onlyFormerNamesAreNoName() {
        assertThat(refused(bundle("\"name\":[{\"use\":\"old\",\"family\":\"Ash\"}],\"birthDate\":\"1985-04-12\""))
                        .place())
                .isEqualTo("Bundle.entry[0].resource.name");
    }

    @Test
    void absentValuesAreLeftOut() {
        assertThat(readOdd("07-given-name-only-an-extension.json").givenNames()).containsExactly("Robin");
        assertThat(readOdd("09-phone-without-value.json").phone()).isEqualTo("555-0100");
        String absent =
                "{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/data-absent-reason\",\"valueCode\":\"masked\"}]}";
        ReceivedReferral referral = read(bundle("""
                "name":[{"use":"official","_given":[%1$s]},{"_family":%1$s,"given":["Robin"],"_suffix":[%1$s]}],"birthDate":"1985-04-12","_gender":%1$s,"_active":%1$s,
                "address":[{"_line":[%1$s],"_city":%1$s,"state":"CA"}],
                "telecom":[{"system":"email","_value":%1$s}],"identifier":[{"system":"urn:a","_value":%1$s}]""".formatted(absent)));
        assertThat(referral.familyName()).isEqualTo("Robin");
        assertThat(referral.givenNames()).isEmpty();
        assertThat(referral.sex()).isEqualTo(ReceivedReferral.Sex.UNKNOWN);
        assertThat(referral.street()).isNull();
        assertThat(referral.state()).isEqualTo("CA");
        assertThat(referral.email()).isNull();
        assertThat(referral.identifiers()).isEmpty();
    }

    @Test
    void aPersonWithOneNameAndANameWrittenAsTextAreTaken() {
        ReceivedReferral single = readOdd("30-single-name.json");
        assertThat(single.familyName()).isEqualTo("Teak");
        assertThat(single.givenNames()).isEmpty();
        assertThat(read(bundle("\"name\":[{\"text\":\"Robin  Ash\"}],\"birthDate\":\"1985-04-12\""))
                        .familyName())
                .isEqualTo("Robin Ash");
    }

    @Test
    void lettersAreThoseThatTheCharacterSetNames() {
        byte[] latin = odd("14-latin1-bytes.json");
        assertThat(read(latin, StandardCharsets.ISO_8859_1).familyName()).isEqualTo("Bj\u00f6rk");
        assertThat(catchThrowableOfType(BundleRefused.class, () -> read(latin, StandardCharsets.UTF_8))
                        .getMessage())
                .contains("not UTF-8");
        assertThat(refusedOdd("16-byte-order-mark.json").getMessage()).contains("byte order mark");
    }

    @ParameterizedTest
    @CsvSource({
        "17-request-entered-in-error.json, status, entered-in-error",
        "19-request-do-not-perform.json, doNotPerform, must not be performed",
        "20-request-about-somebody-else.json, subject, not about the person"
    })
    void aRequestThatIsNotMeantIsNoReferral(String file, String element, String reason) {
        BundleRefused refused = refusedOdd(file);
        assertThat(refused.place()).isEqualTo("Bundle.entry[1].resource." + element);
        assertThat(refused.getMessage()).contains(reason);
        assertThat(refused.kind()).isEqualTo(BundleRefused.Kind.NO_REFERRAL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    draft     | order    | status
                    on-hold   | order    | status
                    revoked   | order    | status
                    completed | order    | status
                    unknown   | order    | status
                    active    | proposal | intent
                    active    | plan     | intent
                    active    | option   | intent
                    """)
    void onlyAnActiveOrderIsAReferral(String status, String intent, String element) {
        BundleRefused refused = refused(bundle(
                PERSON,
                "{\"resourceType\":\"ServiceRequest\",\"status\":\"" + status + "\",\"intent\":\"" + intent
                        + "\",\"subject\":{\"reference\":\"urn:uuid:1\"}}"));
        assertThat(refused.place()).isEqualTo("Bundle.entry[1].resource." + element);
    }

    @Test
    void theReferralIsMeantAndNotTheOrderOfALaboratory() {
        assertThat(readOdd("21-laboratory-order-before-referral.json").reason()).isEqualTo("Facial paralysis, left");
        assertThat(refused(bundle(PERSON, request("\"category\":[{\"coding\":[{\"code\":\"108252007\"}]}]")))
                        .place())
                .isEqualTo("Bundle.entry[1].resource.category");
        assertThat(refused(bundle(PERSON, request("\"id\":\"a\""), request("\"id\":\"b\"")))
                        .place())
                .isEqualTo("Bundle.entry[2].resource");
        assertThat(read(bundle(
                                PERSON,
                                request("\"id\":\"a\",\"reasonCode\":[{\"text\":\"before\"}]"),
                                request(
                                        "\"id\":\"b\",\"replaces\":[{\"reference\":\"ServiceRequest/a\"}],\"reasonCode\":[{\"text\":\"now\"}]")))
                        .reason())
                .isEqualTo("now");
    }

    @Test
    void allReasonsOfTheRequestAreTaken() {
        assertThat(readOdd("22-reason-by-reference-to-condition.json").reason()).isEqualTo("Facial palsy, left");
        ReceivedReferral referral = read(bundle(
                PERSON,
                request("""
                        "reasonCode":[{"text":"Palsy"},{"coding":[{"code":"G51.0"}]}],
                        "reasonReference":[{"reference":"Condition/c1"},{"reference":"Condition/c2"},{"reference":"Condition/c3"},
                          {"reference":"#c4"},{"reference":"Condition/away","display":"Synkinesis"}],
                        "contained":[{"resourceType":"Condition","id":"c4","subject":{"reference":"Patient/p1"},"code":{"text":"Dry eye"}}]"""),
                condition("c1", "Patient/p1", "confirmed", "After tumour"),
                condition("c2", "Patient/p1", "entered-in-error", "Wrong"),
                condition("c3", "Patient/other", "confirmed", "Of somebody else")));
        assertThat(referral.reason()).isEqualTo("Palsy; G51.0; After tumour; Dry eye; Synkinesis");
    }

    private static String condition(String id, String subject, String status, String text) {
        return """
                {"resourceType":"Condition","id":"%s","subject":{"reference":"%s"},
                 "verificationStatus":{"coding":[{"code":"%s"}]},"code":{"text":"%s"}}""".formatted(id, subject, status, text);
    }

    @Test
    void theRequesterAndTheDayOfWritingAreThoseOfTheRequest() {
        ReceivedReferral referral = readOdd("24-requester-by-reference-written-in-october.json");
        assertThat(referral.referrer()).isEqualTo("Sam Refer");
        assertThat(referral.writtenOn()).isEqualTo("2026-10-01");
        ReceivedReferral role = read(bundle(
                PERSON,
                request("\"authoredOn\":\"2026-10-01T03:00:00Z\",\"requester\":{\"reference\":\"PractitionerRole/r\"}"),
                "{\"resourceType\":\"PractitionerRole\",\"id\":\"r\",\"practitioner\":{\"display\":\"Dr. Lake\"},"
                        + "\"organization\":{\"reference\":\"Organization/o\"}}",
                "{\"resourceType\":\"Organization\",\"id\":\"o\",\"name\":\"Lakeside\"}"));
        assertThat(role.referrer()).isEqualTo("Dr. Lake, Lakeside");
        assertThat(role.writtenOn()).isEqualTo("2026-09-30");
        assertThat(read(bundle(PERSON, request("\"authoredOn\":\"2026-10\""))).writtenOn())
                .isNull();
    }

    @Test
    void interpreterAndPreferredLanguageAreTaken() {
        ReceivedReferral referral = readOdd("25-interpreter-required.json");
        assertThat(referral.interpreterNeeded()).isTrue();
        assertThat(referral.language()).isEqualTo("es");
        assertThat(readOdd("30-single-name.json").interpreterNeeded()).isFalse();
    }

    @Test
    void anUnknownModifierRefusesWhereverItStandsInWhatIsRead() {
        BundleRefused odd = refusedOdd("27-modifier-extension.json");
        assertThat(odd.getMessage()).contains("http://example.org/fhir/StructureDefinition/not-a-real-patient");
        assertThat(odd.place()).isEqualTo("Bundle.entry[0].resource.modifierExtension[0]");
        String modifier = "\"modifierExtension\":[{\"url\":\"urn:not\",\"valueBoolean\":true}]";
        assertThat(refused(bundle(PERSON + ",\"contact\":[{" + modifier + "}]")).place())
                .isEqualTo("Bundle.entry[0].resource.contact[0].modifierExtension[0]");
        assertThat(refused(bundle(PERSON, request(modifier))).place())
                .isEqualTo("Bundle.entry[1].resource.modifierExtension[0]");
        assertThat(refused(bundle(PERSON + ",\"implicitRules\":\"urn:rules\"")).place())
                .isEqualTo("Bundle.entry[0].resource.implicitRules");
        assertThat(read(bundle(PERSON, "{\"resourceType\":\"Immunization\",\"status\":\"completed\"," + modifier + "}"))
                        .familyName())
                .isEqualTo("Ash");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "1879-12-31", "2026-12-02", "1985-02-30", "1985-13-01"})
    void aDayOnWhichNobodyAliveWasBornIsRefused(String date) {
        BundleRefused refused = refused(bundle("\"name\":[{\"family\":\"Ash\"}],\"birthDate\":\"" + date + "\""));
        assertThat(refused.place()).isEqualTo("Bundle.entry[0].resource.birthDate");
    }

    @Test
    void aBirthDateIsReadAsFarAsItIsKnown() {
        assertThat(readOdd("34-birth-date-without-day.json").birthDate()).isEqualTo("1980-05");
        assertThat(read(bundle("\"name\":[{\"family\":\"Ash\"}],\"birthDate\":\"1980\""))
                        .birthDate())
                .isEqualTo("1980");
        assertThat(refusedOdd("29-born-in-year-one.json").place()).isEqualTo("Bundle.entry[0].resource.birthDate");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"734418009\"}]}', LEFT",
        "'{\"coding\":[{\"code\":\"24028007\"}]}', RIGHT",
        "'{\"text\":\"Right side of face\"}', RIGHT",
        "'{\"text\":\"Bilateral\"}', BILATERAL",
        "'{\"text\":\"Right face\"},{\"text\":\"left leg\"}', ",
        "'{\"text\":\"Bright face\"}', "
    })
    void theSideOfTheBodyIsReadWhereItIsClear(String site, @Nullable ParalysedSide side) {
        assertThat(read(bundle(PERSON, request("\"bodySite\":[" + site + "]"))).side())
                .isEqualTo(side);
    }

    @Test
    void aReasonKeepsItsCodeAndSystemBesideItsWords() {
        ReceivedReferral read = read(bundle(PERSON, request("""
                "reasonCode":[{"text":"Facial palsy","coding":[{"system":"http://snomed.info/sct","code":"280816001"},{"code":"G51.0"}]},
                  {"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"G51.0","display":"Bell's palsy"}]}]""")));
        assertThat(read.reason()).isEqualTo("Facial palsy; Bell's palsy");
        assertThat(read.reasonCodes())
                .containsExactly("http://snomed.info/sct|280816001", "http://hl7.org/fhir/sid/icd-10-cm|G51.0");
        assertThat(readOdd("22-reason-by-reference-to-condition.json").reasonCodes())
                .allSatisfy(code -> assertThat(code).contains("|"));
    }

    @Test
    void aMessageQuotesNoValue() {
        BundleRefused refused = refusedOdd("33-wrong-value-of-60-kilobytes.json");
        assertThat(refused.getMessage()).doesNotContain("diagnosis");
        assertThat(refused.place()).isEqualTo("Bundle.entry[1].resource.data");
        String long1 = "x".repeat(60_000);
        assertThat(refused(bundle(PERSON + ",\"gender\":\"" + long1 + "\"")).getMessage())
                .hasSizeLessThan(200);
        assertThat(refused(bundle(PERSON + ",\"" + "x".repeat(150) + "\":1")).getMessage())
                .hasSizeLessThan(200);
        assertThat(refused(bundle(PERSON + ",\"modifierExtension\":[{\"url\":\"urn:" + long1 + "\"}]"))
                        .getMessage())
                .hasSizeLessThan(300);
    }

    @Test
    void formerIdentifiersAndThoseOfTheStateAreNotTaken() {
        ReceivedReferral referral = read(bundle(PERSON + """
                ,"identifier":[{"use":"old","system":"urn:a","value":"1"},{"system":"urn:a","value":"2","period":{"end":"2020"}},
                {"type":{"coding":[{"code":"SS"}]},"system":"urn:s","value":"3"},{"system":"urn:a","value":" 4 "}]"""));
        assertThat(referral.identifiers()).isEqualTo(List.of(new Identifier("urn:a", "4")));
    }

    /** Each is within the limits of a document; a reader that looks at all for each would need minutes. */
    @Test
    void manyRequestsAndReferencesAreReadInTheTimeOfOneBundle() {
        int many = 10_000;
        String[] requests = new String[many];
        StringBuilder reasons = new StringBuilder();
        for (int i = 0; i < many; i++) {
            requests[i] =
                    request("\"id\":\"r" + i + "\",\"replaces\":[{\"reference\":\"ServiceRequest/r" + (i - 1) + "\"}]");
            reasons.append(i == 0 ? "" : ",")
                    .append("{\"reference\":\"Condition/c")
                    .append(i)
                    .append("\",\"display\":\"d\"}");
        }
        requests[many - 1] = request("\"id\":\"last\",\"replaces\":[{\"reference\":\"ServiceRequest/r" + (many - 2)
                + "\"}],\"reasonReference\":[" + reasons + "]");
        byte[] bundle = bundle(PERSON, requests).getBytes(StandardCharsets.UTF_8);
        reader.warmUp();
        long began = System.nanoTime();
        ReceivedReferral referral = read(bundle, StandardCharsets.UTF_8);
        assertThat(referral.reason()).isEqualTo("d");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aRoleThatNamesItselfIsNobody() {
        assertThat(read(bundle(
                                PERSON,
                                request("\"requester\":{\"reference\":\"PractitionerRole/r\"}"),
                                "{\"resourceType\":\"PractitionerRole\",\"id\":\"r\",\"practitioner\":{\"reference\":\"PractitionerRole/r\"}}"))
                        .referrer())
                .isNull();
    }

    @Test
    void lettersMayBeDecomposed() {
        assertThat(withName("x")).isNotBlank();
        assertThat(readOdd("32-decomposed-letters.json").givenNames()).hasSize(1);
    }
}
