package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.crossface.platform.api.Role;
import org.crossface.server.api.Http.Answer;

/** A surgery centre, a surgeon and an after-care facility, worked through the API. */
final class Clinic {

    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    static final String SURGEON = "surgeon-osei";

    private static final AtomicInteger PERSONS = new AtomicInteger();

    private final Http http;

    Clinic(Http http) {
        this.http = http;
    }

    Http http() {
        return http;
    }

    void registerStandingData() {
        standing(
                "sites/site-bayview/register-site",
                Map.of(
                        "name",
                        "Bayview Surgical Center",
                        "organisationId",
                        "org-center",
                        "kind",
                        "SURGERY_CENTER",
                        "zone",
                        ZONE.getId(),
                        "rooms",
                        List.of("OR-1", "OR-2", "OR-3"),
                        "privileges",
                        List.of("ONE", "TWO")));
        standing(
                "practitioners/" + SURGEON + "/register-practitioner",
                Map.of(
                        "name", "Dr. Ama Osei",
                        "organisationId", "org-practice",
                        "privileges", List.of("ONE", "TWO"),
                        "privilegedUntil", "2030-12-31"));
        standing(
                "facilities/facility-harbor/register-facility",
                Map.of("name", "Harbor After-care", "zone", ZONE.getId(), "beds", 6, "flapCapable", true));
    }

    /** A device of the surgery centre, in use. */
    void registerDevice(String deviceId, String kind, String name) {
        standing(
                "devices/" + deviceId + "/register-device",
                Map.of("siteId", "site-bayview", "kind", kind, "name", name));
    }

    private void standing(String path, Map<String, ?> body) {
        Answer answer = http.post(Role.ADMINISTRATOR, "/api/reference/" + path, body);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(201);
    }

    String registerPatient(String name) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("familyName", name.substring(name.indexOf(' ') + 1));
        person.put("givenNames", name.substring(0, name.indexOf(' ')));
        // A centre registers a person of one name and birth date once.
        person.put(
                "birthDate",
                LocalDate.of(1990, 6, 2).minusDays(PERSONS.incrementAndGet()).toString());
        person.put("sex", "FEMALE");
        person.put("language", "en-US");
        person.put("interpreterNeeded", false);
        person.put("timeZone", ZONE.getId());
        person.put("identifiers", List.of());
        person.put("contactConsent", true);
        Answer answer = http.post(Role.SURGICAL_COORDINATOR, "/api/patients", person);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.text("patientId");
    }

    /** A referral of a patient, without a side. */
    Map<String, Object> referral(String patientId, String reason) {
        return new LinkedHashMap<>(
                Map.of("patientId", patientId, "siteId", "site-bayview", "referredOn", "2024-11-01", "reason", reason));
    }

    /** A new patient's new pathway. */
    Answer openPathway() {
        String patientId = registerPatient("Ada Quill");
        Answer answer = http.post(Role.SURGICAL_COORDINATOR, "/api/pathways", referral(patientId, "Facial palsy"));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer;
    }

    Answer give(Role as, String pathwayId, String command, Object body, String... headers) {
        return http.post(as, "/api/pathways/" + pathwayId + "/" + command, body, headers);
    }

    long sequenceOf(String pathwayId) {
        return http.get(Role.SURGEON, "/api/pathways/" + pathwayId)
                .body()
                .path("sequence")
                .asLong();
    }

    void moveTo(Instant instant) {
        Answer moved = http.put(Role.ADMINISTRATOR, "/api/clock", Map.of("instant", instant.toString()));
        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
    }

    /** A time of the centre, such as {@code 2025-01-14 08:00}. */
    static OffsetDateTime at(String text) {
        return LocalDate.parse(text.substring(0, 10))
                .atTime(LocalTime.parse(text.substring(11)))
                .atZone(ZONE)
                .toOffsetDateTime();
    }
}
