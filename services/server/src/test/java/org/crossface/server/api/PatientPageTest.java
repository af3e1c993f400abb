package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A surgeon at the page of a patient: a form refused, corrected and taken. */
class PatientPageTest extends RunningServer {

    private static final List<String> CHROMIUM =
            List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking");

    @LocalServerPort
    private int port;

    @Test
    void aRefusedFormKeepsWhatWasTypedAndIsTakenOnceItIsCorrected() {
        Clinic clinic = new Clinic(http());
        clinic.registerStandingData();
        String pathway = clinic.openPathway().text("streamId");
        try (Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            Page page = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                            .setArgs(CHROMIUM))
                    .newPage();
            List<String> console = new ArrayList<>();
            page.onConsoleMessage(message -> console.add(message.text()));
            signIn(page);
            page.navigate(address("/pathways/" + pathway));
            assertThat(axe(page)).isEmpty();
            assertThat(page.locator("#hist-count").innerText()).startsWith("1 ");

            page.navigate(address("/pathways/" + pathway + "/do/record-assessment"));
            assertThat(axe(page)).isEmpty();
            page.getByLabel("House-Brackmann").fill("6");
            page.getByLabel("Smile excursion").fill("99");
            page.locator("button[name=_save]").click();
            Locator refusal = page.locator("#form-problem");
            refusal.waitFor();
            assertThat(refusal.innerText()).contains("FIELD-RANGE", "Nothing was changed", "-20 to 40 mm");
            assertThat(page.getByLabel("House-Brackmann").inputValue()).isEqualTo("6");
            assertThat(page.getByLabel("Smile excursion").getAttribute("aria-invalid"))
                    .isEqualTo("true");

            page.getByLabel("Smile excursion").fill("0.4");
            page.locator("button[name=_save]").click();
            page.waitForURL("**recorded=record-assessment");
            assertThat(page.locator("#hist-count").innerText()).startsWith("2 ");
            assertThat(page.locator(".hist").innerText()).contains("excursion 0.4 mm");
            assertThat(console).isEmpty();
        }
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private void signIn(Page page) {
        page.navigate(address("/sign-in"));
        page.locator("input[autocomplete=username]").fill("surgeon");
        page.locator("input[type=password]").fill("crossface-demo");
        page.keyboard().press("Enter");
        page.waitForURL("**/today");
    }

    private static List<String> axe(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(each -> each.getId()).toList();
    }
}
