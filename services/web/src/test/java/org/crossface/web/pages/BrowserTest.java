package org.crossface.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crossface.pathway.neurotization.NeurotizationConfirmed;
import org.crossface.web.pages.live.LiveStreams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages in a real browser: live without reload, accessible, within the content security policy. */
@EnabledIf("org.crossface.web.pages.Chromium#isInstalled")
class BrowserTest {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    private static final LocatorAssertions.HasAttributeOptions PATIENTLY_NOT =
            new LocatorAssertions.HasAttributeOptions().setTimeout(30_000);

    private static PagesTestServer server = PagesTestServer.start();
    private static Chromium chromium = new Chromium();

    private final List<String> complaints = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void populate() {
        server.populate();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @AfterEach
    void noPageBrokeItsPolicyOrItsScript() {
        assertThat(complaints).isEmpty();
    }

    private Page open(String path, int width, ColorScheme scheme) {
        BrowserContext user = chromium.browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
        return open(user, path);
    }

    private Page open(BrowserContext user, String path) {
        Page page = user.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.navigate(server.url() + path);
        return page;
    }

    private static void isLive(Page page) {
        assertThat(page.locator("[data-live-age]")).containsText("Live", PATIENTLY);
    }

    @Test
    void whatOneDoesEveryOtherSeesWithoutReload() {
        Page first = open("/pathways", 1440, ColorScheme.LIGHT);
        Page second = open("/pathways?names=initials", 1440, ColorScheme.DARK);
        isLive(first);
        isLive(second);
        Locator card = first.locator("#pc-pathway-03");
        assertThat(card).containsText("1 of 5");
        first.evaluate("() => { window.neverReloaded = true; }");

        server.next("pathway-03");

        assertThat(card).containsText("2 of 5", PATIENTLY);
        assertThat(second.locator("#pc-pathway-03")).containsText("2 of 5", PATIENTLY);
        assertThat(first.evaluate("() => window.neverReloaded")).isEqualTo(true);
        first.context().close();
        second.context().close();
    }

    @Test
    void aCardMovesToItsNewLaneAndTheCountsFollow() {
        Page page = open("/pathways", 1440, ColorScheme.LIGHT);
        isLive(page);
        assertThat(page.locator("#lane-NERVE_GROWING #pc-pathway-16")).hasCount(1);
        String before = page.locator("#lane-head-STAGE_TWO .c").textContent();

        server.nextUntil("pathway-16", NeurotizationConfirmed.class);

        assertThat(page.locator("#lane-STAGE_TWO")).containsText("P-0284", PATIENTLY);
        assertThat(page.locator("#lane-NERVE_GROWING #pc-pathway-16")).hasCount(0);
        assertThat(page.locator("#lane-head-STAGE_TWO .c"))
                .containsText(Integer.toString(Integer.parseInt(before) + 1), PATIENTLY);
        page.context().close();
    }

    @Test
    void twoTabsOfOneBrowserShareOneStreamAndTheOtherTakesItOver() {
        LiveStreams streams = server.bean(LiveStreams.class);
        await().atMost(Duration.ofSeconds(30)).until(() -> streams.count() == 0);
        BrowserContext user = chromium.browser.newContext();
        Page first = open(user, "/pathways");
        isLive(first);
        Page second = open(user, "/pathways");
        isLive(second);
        assertThat(streams.count()).isEqualTo(1);

        first.close();
        server.next("pathway-06");

        assertThat(second.locator("#pc-pathway-06")).containsText("Consent until", PATIENTLY);
        user.close();
    }

    @Test
    void whatHappenedWhileTheStreamWasCutIsFetchedOnceItIsBack() {
        Page page = open("/pathways", 1440, ColorScheme.LIGHT);
        isLive(page);
        Locator card = page.locator("#pc-pathway-04");
        String before = card.getAttribute("data-position");
        page.evaluate("() => { window.neverReloaded = true; }");
        page.context().route("**/events", Route::abort);
        LiveStreams streams = server.bean(LiveStreams.class);
        streams.stop();
        streams.start();

        page.waitForRequest("**/events", () -> server.next("pathway-04"));
        assertThat(card).hasAttribute("data-position", before);
        page.context().unroute("**/events");

        assertThat(card).not().hasAttribute("data-position", before, PATIENTLY_NOT);
        assertThat(page.evaluate("() => window.neverReloaded")).isEqualTo(true);
        page.context().close();
    }

    @Test
    void everythingIsReachedByKeys() {
        Page page = open("/pathways", 1440, ColorScheme.LIGHT);
        page.keyboard().press("j");
        String one = (String) page.evaluate("() => document.activeElement.closest('[data-item]').id");
        page.keyboard().press("j");
        assertThat(page.evaluate("() => document.activeElement.closest('[data-item]').id"))
                .isNotEqualTo(one);
        page.keyboard().press("k");
        assertThat(page.evaluate("() => document.activeElement.closest('[data-item]').id"))
                .isEqualTo(one);
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().press("/");
        assertThat(page.locator("#search-q")).isFocused();
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({
        "/pathways, 1440, LIGHT",
        "/pathways, 390, DARK",
        "/pathways?layout=table, 1024, LIGHT",
        "/today, 1440, DARK",
        "/today, 1024, LIGHT",
        "/today, 390, LIGHT",
        "/today?date=2031-01-01, 1440, LIGHT",
        "/sign-in, 390, LIGHT",
        "/nothing-here, 1024, DARK",
    })
    void everyPageIsAccessibleAtEveryWidth(String path, int width, ColorScheme scheme) {
        Page page = open(path, width, scheme);

        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat(page.evaluate("() => document.styleSheets.length")).isEqualTo(3);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        page.context().close();
    }
}
