package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossface.platform.api.Role;
import org.crossface.server.api.Http.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Odd bundles through the API: each is taken or refused as a whole, and a person is registered once. */
class ReferralIntakeTest extends RunningServer {

    private static final Path ODD = Path.of("../web/src/test/resources/odd-referrals");
    private static final String BAYVIEW = "?site=site-bayview";

    @Autowired
    private @Nullable JdbcClient jdbc;

    private Clinic clinic = new Clinic(new Http(0));

    @BeforeEach
    void open() {
        clinic = new Clinic(http());
        if (db().sql("SELECT count(*) FROM eventstore.event WHERE aggregate_type = 'Site'")
                        .query(Long.class)
                        .single()
                == 0) {
            clinic.registerStandingData();
        }
    }

    private JdbcClient db() {
        return Objects.requireNonNull(jdbc);
    }

    private static String odd(String file) {
        try {
            return Files.readString(ODD.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bundles of the collection share one number, since each was meant for a server of its own. */
    private static String numbered(String file) {
        return odd(file).replace("B-0001", "B-" + file);
    }

    private Answer send(String bundle, String parameters, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/fhir+json";
        return clinic.http().postText(Role.SURGICAL_COORDINATOR, "/api/referrals" + parameters, bundle, all);
    }

    private List<Long> stored() {
        return List.of(
                db().sql("SELECT count(*) FROM eventstore.event")
                        .query(Long.class)
                        .single(),
                db().sql("SELECT count(*) FROM documents.document")
                        .query(Long.class)
                        .single(),
                db().sql("SELECT count(*) FROM reservations.holding")
                        .query(Long.class)
                        .single());
    }

    private long persons() {
        return db().sql(
                        "SELECT count(*) FROM eventstore.event WHERE sequence_number = 0 AND aggregate_type = 'Patient'")
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({
        "01-nul-in-family-name.json, 400, Bundle.entry[0].resource.name[0].family",
        "02-deceased-datetime.json, 422, Bundle.entry[0].resource.deceased",
        "13-reason-of-2001-characters.json, 422, Bundle.entry[1].resource.reasonCode[0].text",
        "16-byte-order-mark.json, 400, Bundle",
        "17-request-entered-in-error.json, 422, Bundle.entry[1].resource.status",
        "19-request-do-not-perform.json, 422, Bundle.entry[1].resource.doNotPerform",
        "20-request-about-somebody-else.json, 422, Bundle.entry[1].resource.subject",
        "24-requester-by-reference-written-in-october.json, 422, Bundle.entry[1].resource.authoredOn",
        "27-modifier-extension.json, 422, Bundle.entry[0].resource.modifierExtension[0]",
        "29-born-in-year-one.json, 400, Bundle.entry[0].resource.birthDate",
        "33-wrong-value-of-60-kilobytes.json, 400, Bundle.entry[1].resource.data"
    })
    void aRefusedBundleNamesThePlaceAndLeavesNothing(String file, int status, String place) {
        List<Long> before = stored();

        Answer answer = send(numbered(file), BAYVIEW);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.text("field")).isEqualTo(place);
        assertThat(answer.text("remedy")).isNotBlank();
        assertThat(answer.raw().body()).hasSizeLessThan(1_000);
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "04-old-name-and-address-first.json, Present",
        "05-expired-official-name-first.json, Present",
        "07-given-name-only-an-extension.json, Elm",
        "09-phone-without-value.json, Fir",
        "21-laboratory-order-before-referral.json, Olive",
        "22-reason-by-reference-to-condition.json, Pine",
        "25-interpreter-required.json, Rowan",
        "30-single-name.json, Teak"
    })
    void anOddBundleThatMeansAReferralIsTaken(String file, String family) {
        Answer answer = send(distinct(file), BAYVIEW);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(answer.body().path("joined").asBoolean(true)).isFalse();
        Answer person = clinic.http()
                .get(
                        Role.SURGICAL_COORDINATOR,
                        "/api/patients/" + answer.text("patientId"),
                        "X-Crossface-Position",
                        answer.header("X-Crossface-Position"));
        assertThat(person.text("familyName")).isEqualTo(family);
    }

    /** Some of the collection share name and birth date, too. */
    private static String distinct(String file) {
        return numbered(file).replace("1985-04-12", "1985-04-" + file.substring(0, 2));
    }

    @Test
    void theKnownPersonIsJoinedWithWhatDiffersAndTheLivePathwayKeepsBothDocuments() {
        long before = persons();
        Answer first = send(odd("12a-same-person-first.json"), BAYVIEW);
        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);

        Answer second = send(odd("12b-same-person-with-new-phone.json"), BAYVIEW);

        assertThat(second.status()).as(second.body().toString()).isEqualTo(201);
        assertThat(second.text("patientId")).isEqualTo(first.text("patientId"));
        assertThat(second.text("pathwayId")).isEqualTo(first.text("pathwayId"));
        assertThat(second.text("documentId")).isNotEqualTo(first.text("documentId"));
        assertThat(second.body().path("joined").asBoolean()).isTrue();
        assertThat(second.body().path("differs").toString()).isEqualTo("[\"phone\"]");
        assertThat(persons()).isEqualTo(before + 1);
    }

    @Test
    void theSameBytesKeepOneDocumentWhoeverSendsThem() {
        String bundle = person("Willow", "Ann", "1970-01-02", "");
        Answer first = send(bundle, BAYVIEW);
        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        List<Long> before = stored();

        Answer again = send(bundle, BAYVIEW);
        db().sql("DELETE FROM dispatch.idempotency").update();
        Answer late = send(bundle, BAYVIEW);

        for (Answer each : List.of(again, late)) {
            assertThat(each.status()).as(each.body().toString()).isEqualTo(201);
            for (String id : List.of("patientId", "pathwayId", "documentId")) {
                assertThat(each.text(id)).isEqualTo(first.text(id));
            }
        }
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void whoMayBeKnownIsAskedAndTheAnswerIsFollowed() {
        String known = send(person("Maple", "Jos\u00e9 Luis", "1970-01-01", "1"), BAYVIEW)
                .text("patientId");
        List<Long> before = stored();

        Answer asked = send(person("MAPLE", "Jose", "1970-01-01", "2"), BAYVIEW);

        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(409);
        assertThat(asked.text("code")).isEqualTo("person-known");
        assertThat(asked.body().path("candidates").path(0).path("patientId").asString())
                .isEqualTo(known);
        assertThat(asked.body().path("candidates").path(0).path("differs").toString())
                .contains("givenNames")
                .contains("identifiers");
        assertThat(asked.text("remedy")).contains("?person=").contains("?differentFrom=");
        assertThat(stored()).isEqualTo(before);

        Answer other = send(person("MAPLE", "Jose", "1970-01-01", "2"), BAYVIEW + "&differentFrom=" + known);
        assertThat(other.status()).as(other.body().toString()).isEqualTo(201);
        assertThat(other.text("patientId")).isNotEqualTo(known);

        Answer joined = send(person("Maple", "Jos\u00e9", "1970-01-01", "3"), BAYVIEW + "&person=" + known);
        assertThat(joined.status()).as(joined.body().toString()).isEqualTo(201);
        assertThat(joined.text("patientId")).isEqualTo(known);

        Answer nobody = send(person("Maple", "Jos\u00e9", "1970-01-01", "4"), BAYVIEW + "&person=nobody");
        assertThat(nobody.status()).isEqualTo(400);
        assertThat(nobody.text("field")).isEqualTo("person");
    }

    @Test
    void aTwinWithANumberThatDiffersByAMistakeIsNotJoined() {
        String known =
                send(person("Larch", "Anna", "1980-02-02", "77"), BAYVIEW).text("patientId");

        Answer twin = send(person("Larch", "Berta", "1980-02-02", "77"), BAYVIEW);
        assertThat(twin.status()).isEqualTo(409);
        assertThat(twin.body().path("candidates").path(0).path("patientId").asString())
                .isEqualTo(known);

        Answer married = send(person("Poplar", "Anna", "1980-02-02", "77"), BAYVIEW);
        assertThat(married.status()).as(married.body().toString()).isEqualTo(201);
        assertThat(married.text("patientId")).isEqualTo(known);
        assertThat(married.body().path("differs").toString()).isEqualTo("[\"familyName\"]");
    }

    @Test
    void theApiOfPersonsAsksToo() {
        Map<String, Object> person = new LinkedHashMap<>(Map.of(
                "familyName",
                "Alder",
                "givenNames",
                "Ida",
                "birthDate",
                "1966-06-06",
                "sex",
                "FEMALE",
                "language",
                "en-US",
                "interpreterNeeded",
                false,
                "timeZone",
                "America/Los_Angeles",
                "identifiers",
                List.of(),
                "contactConsent",
                true));
        Answer first =
                clinic.http().post(Role.SURGICAL_COORDINATOR, "/api/patients", person, "Idempotency-Key", "alder");
        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        Answer repeated =
                clinic.http().post(Role.SURGICAL_COORDINATOR, "/api/patients", person, "Idempotency-Key", "alder");
        assertThat(repeated.text("patientId")).isEqualTo(first.text("patientId"));

        Answer second = clinic.http().post(Role.SURGICAL_COORDINATOR, "/api/patients", person);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().path("candidates").path(0).path("patientId").asString())
                .isEqualTo(first.text("patientId"));

        person.put("differentFromIds", List.of(first.text("patientId")));
        assertThat(clinic.http()
                        .post(Role.SURGICAL_COORDINATOR, "/api/patients", person)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whatTheSenderCannotReadIsRefusedBeforeAnythingIsDone() {
        List<Long> before = stored();
        for (String accept : List.of("text/html", "application/xml", "application/json;q=0")) {
            Answer answer = send(person("Hornbeam", "Kim", "1971-01-01", "9"), BAYVIEW, "Accept", accept);
            assertThat(answer.status()).as(accept + answer.raw().body()).isEqualTo(406);
        }
        assertThat(stored()).isEqualTo(before);
        assertThat(send(person("Hornbeam", "Kim", "1971-01-01", "9"), BAYVIEW, "Accept", "application/fhir+json")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void theFormOffersWhoIsAlike() {
        send(person("Rowntree", "Eva", "1972-03-04", ""), BAYVIEW);
        Browser coordinator = browser();
        coordinator.submit("/sign-in", "username", "surgical-coordinator", "password", "crossface-demo");
        long before = persons();

        HttpResponse<String> asked = refer(coordinator);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(409);
        Matcher offered = Pattern.compile("name=\"_alike\" value=\"([^\"]+)\"").matcher(asked.body());
        assertThat(offered.find()).isTrue();
        assertThat(persons()).isEqualTo(before);

        HttpResponse<String> other = refer(coordinator, "_alike", offered.group(1), "_who", "other");
        assertThat(other.statusCode()).as(other.body()).isEqualTo(302);
        assertThat(persons()).isEqualTo(before + 1);

        HttpResponse<String> joined = refer(coordinator, "_alike", offered.group(1), "_who", offered.group(1));
        assertThat(joined.body()).contains("INV-60");
        assertThat(persons()).isEqualTo(before + 1);
    }

    private static HttpResponse<String> refer(Browser browser, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "_key",
                UUID.randomUUID().toString(),
                "siteId",
                "site-bayview",
                "referredOn",
                "2024-11-01",
                "familyName",
                "Rowntree",
                "givenNames",
                "Eva",
                "birthDate",
                "1972-03-04",
                "sex",
                "FEMALE",
                "language",
                "en-US",
                "interpreterNeeded",
                "false",
                "timeZone",
                "America/Los_Angeles",
                "contactConsent",
                "true"));
        fields.addAll(List.of(more));
        return browser.submit("/referrals/new", fields.toArray(String[]::new));
    }

    private static String person(String family, String given, String birthDate, String number) {
        String identifier =
                number.isEmpty() ? "" : "\"identifier\":[{\"system\":\"urn:test\",\"value\":\"" + number + "\"}],";
        return """
                {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient",%s
                "name":[{"use":"official","family":"%s","given":["%s"]}],"birthDate":"%s"}}]}""".formatted(identifier, family, String.join("\",\"", given.split(" ", -1)), birthDate);
    }
}
