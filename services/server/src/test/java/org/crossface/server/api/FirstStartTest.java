package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The first start of a real installation: one administrator, whose one-time password opens nothing but the change of it. */
@TestPropertySource(properties = "crossface.demo=false")
class FirstStartTest extends RunningServer {

    private static final String NEW_PASSWORD = "a much better password";

    @LocalServerPort
    private int port;

    @Test
    void theOneTimePasswordHasToBeChangedFirst(@Value("${crossface.home}") Path home, @Autowired JdbcClient jdbc)
            throws IOException {
        String oneTime =
                Files.readString(home.resolve("initial-admin-password")).strip();
        Browser browser = new Browser(port);

        assertThat(http().exchange("POST", "/api/tokens", credentials("admin", oneTime), "")
                        .status())
                .isEqualTo(403);
        HttpResponse<String> wrong = browser.submit("/sign-in", "username", "admin", "password", "not-that-one");
        assertThat(Browser.target(wrong)).isEqualTo("/sign-in?error");
        HttpResponse<String> signedIn = browser.submit("/sign-in", "username", "admin", "password", oneTime);
        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(browser.cookies()).singleElement().satisfies(cookie -> {
            assertThat(cookie.getName()).isEqualTo("crossface-session");
            assertThat(cookie.isHttpOnly()).isTrue();
        });
        assertThat(jdbc.sql("SELECT principal_name FROM identity.spring_session WHERE principal_name IS NOT NULL")
                        .query(String.class)
                        .list())
                .containsExactly("user-admin");
        List<Long> accessed = sessionsAccessed(jdbc);
        assertThat(browser.get("/look/tokens.css").statusCode()).isEqualTo(200);
        assertThat(browser.get("/look/mark.svg").statusCode()).isEqualTo(200);
        assertThat(sessionsAccessed(jdbc))
                .as("a file that everybody may read touches no session")
                .isEqualTo(accessed);

        assertThat(Browser.target(browser.get("/today"))).isEqualTo("/change-password");
        assertThat(sessionsAccessed(jdbc)).isNotEqualTo(accessed);
        HttpResponse<String> tooShort = browser.submit("/change-password", "present", oneTime, "wanted", "short");
        assertThat(tooShort.body()).contains("Not changed.").contains("12 to 128");
        HttpResponse<String> changed = browser.submit("/change-password", "present", oneTime, "wanted", NEW_PASSWORD);
        assertThat(Browser.target(changed)).isEqualTo("/sign-in?changed");

        assertThat(Browser.target(browser.get("/today"))).isEqualTo("/sign-in");
        assertThat(http().exchange("POST", "/api/tokens", credentials("admin", oneTime), "")
                        .status())
                .isEqualTo(401);
        String token = http().exchange("POST", "/api/tokens", credentials("admin", NEW_PASSWORD), "")
                .text("token");
        assertThat(http().exchange("PUT", "/api/clock", "{\"instant\":\"2030-01-01T00:00:00Z\"}", token)
                        .status())
                .as("no demonstration, so the clock stands")
                .isEqualTo(409);
    }

    @Test
    void noDemonstrationUserCanSignIn() {
        assertThat(http().exchange("POST", "/api/tokens", credentials("surgeon", "crossface-demo"), "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aFormWithoutItsTokenIsForged() {
        Browser browser = new Browser(port);
        browser.get("/sign-in");
        HttpResponse<String> forged =
                browser.submitForged("/sign-in", "username", "admin", "password", "whatever it is");
        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    void aPartialReloadOfWhoIsSignedOutMakesTheWholePageGoToTheForm() {
        HttpResponse<String> answer = new Browser(port).get("/pathways", "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/sign-in?ended");
    }

    private static String credentials(String user, String password) {
        return JsonMapper.shared().writeValueAsString(Map.of("userName", user, "password", password));
    }

    private List<Long> sessionsAccessed(JdbcClient jdbc) {
        return jdbc.sql("SELECT last_access_time FROM identity.spring_session ORDER BY primary_id")
                .query(Long.class)
                .list();
    }
}
