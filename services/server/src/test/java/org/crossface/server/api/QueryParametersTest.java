package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Generated texts in every query parameter of every address that is read: none is a fault of the server. The parameters are those that the handlers
 * declare and those that pages read by name.
 */
class QueryParametersTest extends RunningServer {

    private static final int TEXTS = 2;
    private static final Set<String> READ_BY_NAME = Set.of(
            "q",
            "side",
            "lane",
            "due",
            "hold",
            "surgeon",
            "names",
            "layout",
            "ids",
            "date",
            "state",
            "show",
            "after",
            "limit",
            "position");

    /** The live streams do not end. */
    private static final Set<String> ENDLESS = Set.of("/events", "/events/probe");

    private static final List<String> USERS =
            List.of("surgical-coordinator", "quality-auditor", "administrator", "billing");

    private final long seed = System.nanoTime();
    private final SplittableRandom random = new SplittableRandom(seed);

    @Test
    void noTextInAParameterIsAFaultOfTheServer(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        Clinic clinic = new Clinic(http());
        clinic.registerStandingData();
        String pathway = clinic.openPathway().text("pathwayId");
        List<Browser> browsers = USERS.stream().map(this::signedIn).toList();
        List<String> tokens = USERS.stream().map(clinic.http()::tokenOf).toList();
        List<String> faults = new ArrayList<>();
        Map<String, Set<String>> addresses = addresses(mappings);
        int sent = 0;
        for (Map.Entry<String, Set<String>> address : addresses.entrySet()) {
            String path = address.getKey().replaceAll("\\{[^}]*}", pathway);
            for (String name : address.getValue()) {
                for (int i = 0; i < TEXTS; i++) {
                    String query = path + "?" + name + "=" + encoded();
                    int user = random.nextInt(USERS.size());
                    int status = path.startsWith("/api/")
                            ? clinic.http()
                                    .exchange("GET", query, "", tokens.get(user))
                                    .status()
                            : browsers.get(user).get(query).statusCode();
                    sent++;
                    if (status >= 500 && status != 503) {
                        faults.add(status + " " + query);
                    }
                }
            }
        }
        assertThat(faults).as("seed " + seed).isEmpty();
        assertThat(sent).isGreaterThan(1_000);
    }

    private Browser signedIn(String user) {
        Browser browser = browser();
        browser.submit("/sign-in", "username", user, "password", "crossface-demo");
        return browser;
    }

    private static Map<String, Set<String>> addresses(RequestMappingHandlerMapping mappings) {
        Map<String, Set<String>> found = new TreeMap<>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            if (info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                Set<String> names = new TreeSet<>(READ_BY_NAME);
                Arrays.stream(handler.getMethod().getParameters())
                        .filter(each -> each.isAnnotationPresent(RequestParam.class))
                        .map(Parameter::getName)
                        .forEach(names::add);
                info.getPatternValues().stream()
                        .filter(path -> !ENDLESS.contains(path))
                        .forEach(path -> found.put(path, names));
            }
        });
        return found;
    }

    /** A generated text, mostly of characters that have broken programs before; at times bytes that are no UTF-8. */
    private String encoded() {
        if (random.nextInt(12) == 0) {
            return "%" + List.of("00", "ff", "c0%80", "ed%a0%80").get(random.nextInt(4));
        }
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12) == 0 ? 3_000 : random.nextInt(1, 12);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(character());
        }
        return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
    }

    private int character() {
        String odd =
                "%_\\'\"*?[](){}|^$+.-,;:/<>&=#!0129\u0000\u0001\u007f\u0085\u00a0\u200f\u202e\u2028\ufeff\ufffd\uffff\u0301\u00df\u0130";
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x20, 0x7f);
            case 1 -> random.nextInt(0x80, 0xd800);
            case 2 -> random.nextInt(0x1_0000, 0x11_0000);
            default -> odd.charAt(random.nextInt(odd.length()));
        };
    }
}
