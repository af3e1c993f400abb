package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crossface.platform.api.Role;
import org.crossface.server.api.DescribedOperations.Described;
import org.crossface.server.api.Http.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a request to the API, the answer is a problem that a program can read, with what would be accepted. */
class ProblemDetailsTest extends RunningServer {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    @Test
    void anotherMethodThanTheDescribedOnesIsToldWithThoseThatAreTaken() {
        DescribedOperations described = DescribedOperations.read();
        Http http = http();
        List<String> templates =
                described.all().stream().map(Described::template).distinct().toList();
        assertThat(templates).hasSizeGreaterThan(100);
        List<String> wrong = new ArrayList<>();
        for (String template : templates) {
            List<String> taken = described.all().stream()
                    .filter(each -> each.template().equals(template))
                    .map(Described::method)
                    .toList();
            for (String method : METHODS) {
                String path = template.replaceAll("\\{[^}]+}", "x-1");
                if (described.of(method, path).isEmpty() && !namesACommand(method, path)) {
                    Answer answer = http.exchange(method, path, "", http.token(Role.QUALITY_AUDITOR));
                    String fault = fault(answer, 405, "method-not-allowed");
                    if (fault.isEmpty() && !answer.header("Allow").contains(taken.getFirst())) {
                        fault = "Allow is " + answer.header("Allow");
                    }
                    if (!fault.isEmpty()) {
                        wrong.add(method + " " + template + ": " + fault);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Below a pathway, a POST is a command; the answer to an unknown one is that there is no such command. */
    private static boolean namesACommand(String method, String path) {
        return method.equals("POST") && path.matches("/api/(pathways|patients|reference/[a-z-]+)/[^/]+/[^/]+");
    }

    @Test
    void anAnswerOfAnotherTypeThanJsonIsNotAcceptable() {
        Http http = http();
        List<String> wrong = new ArrayList<>();
        for (Described each : DescribedOperations.read().all()) {
            if (each.method().equals("GET") && !each.template().contains("{")) {
                Answer answer = http.get(
                        Role.QUALITY_AUDITOR,
                        each.template(),
                        "Accept",
                        "application/pdf",
                        "X-Purpose-Of-Use",
                        "HQUALITY");
                String fault = fault(answer, 406, "not-acceptable");
                if (!fault.isEmpty()) {
                    wrong.add(each + ": " + fault);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aCommandWhoseAnswerIsNotAcceptableIsNotCarriedOut() {
        Clinic clinic = new Clinic(http());
        clinic.registerStandingData();
        String path = "/api/reference/facilities/facility-quay/register-facility";
        Map<String, ?> facility = Map.of("name", "Quay", "zone", Clinic.ZONE.getId(), "beds", 6, "flapCapable", true);
        for (String accepted : List.of("text/html", "application/json;q=0", "application")) {
            Answer refused = clinic.http().post(Role.ADMINISTRATOR, path, facility, "Accept", accepted);
            assertThat(fault(refused, 406, "not-acceptable")).as(accepted).isEmpty();
        }
        assertThat(clinic.http()
                        .get(Role.SURGEON, "/api/reference/facilities/facility-quay")
                        .status())
                .isEqualTo(404);
        assertThat(clinic.http()
                        .post(Role.ADMINISTRATOR, path, facility, "Accept", "text/html, application/*;q=0.5")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aBodyOfAnotherTypeIsToldWithTheTypesThatAreTaken() {
        Answer answer = http().postText(Role.SURGICAL_COORDINATOR, "/api/patients", "a,b", "Content-Type", "text/csv");
        assertThat(fault(answer, 415, "wrong-type")).isEmpty();
        assertThat(answer.text("remedy")).contains("application/json");
    }

    @Test
    void aBodyThatIsTooLargeIsToldWithTheLimit() {
        String large = "{\"familyName\":\"" + "a".repeat(2_000_000) + "\"}";
        Answer answer = http().postText(Role.SURGICAL_COORDINATOR, "/api/patients", large);
        assertThat(fault(answer, 413, "too-large")).isEmpty();
        assertThat(answer.text("remedy")).containsPattern("\\d");
    }

    @ParameterizedTest
    @CsvSource({"/api", "/api/", "/api/nothing", "/api/pathways/x/y/z", "/api/reference", "/api/reference/planets"})
    void anAddressThatDoesNotExistIsNotFound(String path) {
        assertThat(fault(http().get(Role.SURGEON, path), 404, "not-found")).isEmpty();
        assertThat(fault(http().get(Role.SURGEON, path, "Accept", "text/html"), 404, "not-found"))
                .isEmpty();
    }

    /** What is wrong with an answer that is to be a problem; empty when nothing is. */
    private static String fault(Answer answer, int status, String code) {
        if (answer.status() != status) {
            return "answers " + answer.status() + " " + answer.raw().body();
        }
        if (!answer.header("Content-Type").startsWith("application/problem+json")) {
            return "is " + answer.header("Content-Type");
        }
        boolean whole = answer.text("code").equals(code)
                && !answer.text("detail").isBlank()
                && !answer.text("remedy").isBlank()
                && !answer.text("requestId").isBlank();
        return whole ? "" : "says " + answer.body();
    }
}
