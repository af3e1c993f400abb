package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.crossface.platform.api.Role;
import org.crossface.server.api.Http.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two registrations of one person through the API: what the views, lists and reservations of the product say of them (ADR 47). */
class LinkedPersonsTest extends RunningServer {

    private static final String REASON = "The insurer confirmed that both are one person";

    @Autowired
    private @Nullable JdbcClient jdbc;

    @Autowired
    @Qualifier("keysOfEarlierPersons")
    private @Nullable SmartInitializingSingleton keysOfEarlierPersons;

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

    private String person(String family, String born) {
        Map<String, Object> person = new LinkedHashMap<>(Map.of(
                "familyName",
                family,
                "givenNames",
                "Ada",
                "birthDate",
                born,
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
        Answer answer = taken(clinic.http().post(Role.SURGICAL_COORDINATOR, "/api/patients", person));
        return answer.text("patientId");
    }

    private String pathway(String patientId, String side) {
        Map<String, Object> referral = clinic.referral(patientId, "Facial palsy");
        referral.put("referredSide", side);
        return taken(clinic.http().post(Role.SURGICAL_COORDINATOR, "/api/pathways", referral))
                .text("streamId");
    }

    private static Answer taken(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 201);
        return answer;
    }

    private Answer give(Role role, String patientId, String command, Map<String, ?> fields) {
        return clinic.http().post(role, "/api/patients/" + patientId + "/" + command, fields);
    }

    private Answer read(Answer after, String path) {
        return taken(clinic.http()
                .get(
                        Role.SURGICAL_COORDINATOR,
                        path,
                        "X-Crossface-Position",
                        after.body().path("position").asString()));
    }

    private List<String> found(Answer after, String words) {
        return Stream.of(read(after, "/api/patients?q=" + words).body())
                .flatMap(list -> list.valueStream())
                .map(each -> each.path("patientId").asString())
                .toList();
    }

    private List<String> held() {
        return new ArrayList<>(db().sql("SELECT h::text FROM reservations.holding h ORDER BY 1")
                .query(String.class)
                .list());
    }

    @Test
    void searchBoardAndReservationsFollowTheMainPersonAndComeBack() {
        String main = person("Lindquist", "1961-01-02");
        String other = person("Lundkvist", "1961-01-02");
        String pathway = pathway(other, "LEFT");
        List<String> before = held();

        Answer linked = taken(give(
                Role.PRIVACY_OFFICER,
                main,
                "link-persons",
                Map.of("otherPatientId", other, "main", "THIS_PERSON", "reason", REASON)));

        assertThat(found(linked, "Lundkvist")).containsExactly(main);
        assertThat(read(linked, "/api/pathways/" + pathway).text("patientId")).isEqualTo(main);
        assertThat(read(linked, "/api/patients/" + other).text("mainPatientId")).isEqualTo(main);
        assertThat(read(linked, "/api/patients/" + main)
                        .body()
                        .path("linkedWith")
                        .toString())
                .contains(other);
        assertThat(clinic.http()
                        .post(Role.SURGICAL_COORDINATOR, "/api/pathways", leftOf(main))
                        .body()
                        .toString())
                .contains("INV-60");

        Answer unlinked = taken(
                give(Role.PRIVACY_OFFICER, main, "unlink-persons", Map.of("otherPatientId", other, "reason", REASON)));

        assertThat(held()).isEqualTo(before);
        assertThat(found(unlinked, "Lundkvist")).containsExactly(other);
        assertThat(read(unlinked, "/api/pathways/" + pathway).text("patientId")).isEqualTo(other);
        taken(clinic.http().post(Role.SURGICAL_COORDINATOR, "/api/pathways", leftOf(main)));
    }

    private Map<String, Object> leftOf(String patientId) {
        Map<String, Object> referral = clinic.referral(patientId, "Facial palsy");
        referral.put("referredSide", "LEFT");
        return referral;
    }

    @Test
    void whoHasNoBusinessWithIdentitiesLinksNobody() {
        String main = person("Larsson", "1962-01-02");
        String other = person("Larson", "1962-01-02");
        Map<String, String> link = Map.of("otherPatientId", other, "main", "THIS_PERSON", "reason", REASON);
        assertThat(give(Role.SURGICAL_COORDINATOR, main, "link-persons", link).status())
                .isEqualTo(403);
        assertThat(give(
                                Role.PRIVACY_OFFICER,
                                main,
                                "link-persons",
                                Map.of("otherPatientId", "nobody", "main", "THIS_PERSON", "reason", REASON))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aNameIsCorrectedAndAYearOfBirthIsEnoughToBeFound() {
        String patient = person("Berglund", "1963");
        Answer named = taken(give(
                Role.SURGICAL_COORDINATOR,
                patient,
                "correct-name",
                Map.of("familyName", "Bergman", "givenNames", "Ada", "because", "MARRIAGE")));
        assertThat(found(named, "Bergman")).containsExactly(patient);
        assertThat(found(named, "Berglund")).isEmpty();
        assertThat(found(named, "Bergman+1963-05-06")).containsExactly(patient);
        assertThat(read(named, "/api/patients/" + patient).text("birthDate")).isEqualTo("1963");

        Answer asked = clinic.http()
                .post(
                        Role.SURGICAL_COORDINATOR,
                        "/api/patients",
                        Map.of(
                                "familyName", "Bergman",
                                "givenNames", "Ada",
                                "birthDate", "1963-05-06",
                                "sex", "FEMALE",
                                "language", "en-US",
                                "interpreterNeeded", false,
                                "timeZone", "America/Los_Angeles",
                                "identifiers", List.of(),
                                "contactConsent", true));
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.body().path("candidates").path(0).path("patientId").asString())
                .isEqualTo(patient);
    }

    @Test
    void thePatientsDocumentsAreListed() {
        Answer sent = taken(clinic.http()
                .postText(
                        Role.SURGICAL_COORDINATOR,
                        "/api/referrals?site=site-bayview",
                        """
                        {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient",
                        "name":[{"family":"Document","given":["Dora"]}],"birthDate":"1964-02","gender":"female"}}]}""",
                        "Content-Type",
                        "application/fhir+json"));
        Answer listed = read(sent, "/api/patients/" + sent.text("patientId") + "/documents");
        assertThat(listed.body().size()).isEqualTo(1);
        assertThat(listed.body().path(0).path("documentId").asString()).isEqualTo(sent.text("documentId"));
        assertThat(listed.body().path(0).path("sha256").asString()).hasSize(64);
    }

    @Test
    void aDocumentIsHandedOutAsItCameAndTheReadIsRecorded() {
        String bundle = """
                {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient",
                "name":[{"family":"Saved","given":["Sven"]}],"birthDate":"1966-02-03","gender":"male"}}]}""";
        Answer sent = taken(clinic.http()
                .postText(
                        Role.SURGICAL_COORDINATOR,
                        "/api/referrals?site=site-bayview",
                        bundle,
                        "Content-Type",
                        "application/fhir+json"));
        String patientId = sent.text("patientId");
        String path = "/api/patients/" + patientId + "/documents/" + sent.text("documentId");

        Answer document = taken(clinic.http().get(Role.SURGICAL_COORDINATOR, path, "Accept", "application/fhir+json"));

        assertThat(document.raw().body()).isEqualTo(bundle);
        assertThat(document.raw().headers().map())
                .containsEntry("content-type", List.of("application/fhir+json"))
                .containsEntry("x-content-type-options", List.of("nosniff"));
        assertThat(document.raw().headers().firstValue("content-disposition").orElse(""))
                .startsWith("attachment;");
        assertThat(document.raw().headers().firstValue("cache-control").orElse(""))
                .contains("no-store");
        assertThat(shown(patientId)).containsOnlyOnce("clinical/patient/document");

        Answer other = taken(clinic.http().post(Role.SURGICAL_COORDINATOR, "/api/patients", someone("Elsewhere")));
        assertThat(clinic.http()
                        .get(
                                Role.SURGICAL_COORDINATOR,
                                "/api/patients/" + other.text("patientId") + "/documents/" + sent.text("documentId"))
                        .status())
                .describedAs("under another person it does not exist")
                .isEqualTo(404);
        assertThat(clinic.http().get(Role.BILLING, path).status()).isEqualTo(403);
        Browser browser = browser();
        browser.submit("/sign-in", "username", "surgical-coordinator", "password", "crossface-demo");
        HttpResponse<String> page =
                browser.get("/pathways/" + sent.text("pathwayId") + "/documents/" + sent.text("documentId"));
        assertThat(page.body()).isEqualTo(bundle);
        assertThat(page.headers().firstValue("content-disposition").orElse("")).startsWith("attachment;");
        assertThat(shown(patientId)).containsOnlyOnce("clinical/pathway/document");
    }

    private List<String> shown(String patientId) {
        return db().sql("SELECT resource FROM audit.access WHERE outcome = 'SHOWN' AND ? = ANY (patient_ids)")
                .param(patientId)
                .query(String.class)
                .list();
    }

    private static Map<String, Object> someone(String family) {
        return new LinkedHashMap<>(Map.of(
                "familyName", family,
                "givenNames", "Ada",
                "birthDate", "1967-05-06",
                "sex", "FEMALE",
                "language", "en-US",
                "interpreterNeeded", false,
                "timeZone", "America/Los_Angeles",
                "identifiers", List.of(),
                "contactConsent", true));
    }

    @Test
    void aPersonWhomAnEarlierReleaseRegisteredWithoutKeysIsFoundAfterTheNextStart() {
        String earlier = person("Earlier", "1967-05-06");
        List<String> before = held();
        db().sql("DELETE FROM reservations.holding WHERE holder = ?")
                .param(earlier)
                .update();
        assertThat(held()).isNotEqualTo(before);

        start().afterSingletonsInstantiated();

        assertThat(held()).isEqualTo(before);
        assertThat(clinic.http()
                        .post(Role.SURGICAL_COORDINATOR, "/api/patients", someone("Earlier"))
                        .body()
                        .path("candidates")
                        .toString())
                .contains(earlier);
        start().afterSingletonsInstantiated();
        assertThat(held()).describedAs("a second start has nothing to do").isEqualTo(before);
    }

    private SmartInitializingSingleton start() {
        return Objects.requireNonNull(keysOfEarlierPersons);
    }
}
