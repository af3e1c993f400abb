package org.crossface.server.api;

import java.util.List;
import java.util.SplittableRandom;

/** Values that have broken programs before, as they are written in JSON. */
final class HostileValues {

    private static final List<String> NUMBERS = List.of(
            "1e100000000",
            "1E+2147483648",
            "-1e-2147483648",
            "1e309",
            "-0",
            "-0.0",
            "0e999999999",
            "NaN",
            "Infinity",
            "9223372036854775808",
            "-9223372036854775809",
            "2147483648",
            "1e30",
            "1E-30",
            "0.1e1",
            "1.7976931348623157e308",
            "99999999999999999999999999999999999999999999999999",
            "3.14159265358979323846264338327950288419716939937510582",
            "01",
            "+1",
            "0x10",
            "1e",
            "--1",
            "1_000",
            "7.0",
            "1e2");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\\u0000",
            "a\\u0000b",
            "\\ud800",
            "\\udc00\\ud800",
            "\\uD83D\\uDE00",
            "\\u202Eabc",
            "\\uFFFF",
            "\\u001b[31m",
            "%s%s%n%d",
            "${jndi:ldap://x}",
            "#{7*7}",
            "' OR '1'='1",
            "'; DROP TABLE eventstore.event; --",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "null",
            "true",
            "0",
            "-1",
            "1e9",
            "\\u00e9\\u0301",
            "\\r\\nX-Injected: 1",
            "\\\\",
            "\\\"",
            "=1+1",
            "urn:uuid:x",
            "\\u2028",
            "*",
            "site-bayview",
            "patient-1");

    private static final List<String> DATES = List.of(
            "0000-00-00",
            "9999-12-31",
            "10000-01-01",
            "-0001-01-01",
            "2025-02-30",
            "2025-01-01T25:00:00Z",
            "2025-01-01T00:00:00+19:00",
            "2025-01-01T00:00:00-18:00",
            "+999999999-12-31T23:59:59.999999999+18:00",
            "2025-01-01",
            "2025-01-01T00:00:00",
            "2025-13-01",
            "1880-01-01T00:00:00Z",
            "2200-12-31T23:59:59-12:00",
            "today",
            "2025-06-31T24:00:00Z",
            "1752-09-14");

    private final SplittableRandom random;

    HostileValues(SplittableRandom random) {
        this.random = random;
    }

    String number() {
        return random.nextInt(20) == 0 ? "9".repeat(1 + random.nextInt(2_000)) : oneOf(NUMBERS);
    }

    /** A text in quotes. */
    String text() {
        return switch (random.nextInt(12)) {
            case 0 -> '"' + oneOf(DATES) + '"';
            case 1 -> '"' + "x".repeat(random.nextInt(20_000)) + '"';
            case 2 ->
                '"'
                        + new String(Character.toChars(0x10000 + random.nextInt(0x8000))).repeat(1 + random.nextInt(50))
                        + '"';
            default -> '"' + oneOf(TEXTS) + '"';
        };
    }

    String date() {
        return '"' + oneOf(DATES) + '"';
    }

    /** Anything in the place of a value. */
    String any() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> number();
            case 3, 4, 5 -> text();
            case 6 -> date();
            case 7 -> "null";
            case 8 -> random.nextBoolean() ? "true" : "[]";
            case 9 -> random.nextBoolean() ? "{}" : "[null]";
            case 10 -> random.nextInt(10) == 0 ? many() : "[" + number() + "," + text() + ",null]";
            default -> random.nextInt(5) == 0 ? deep() : "{\"a\":" + number() + "}";
        };
    }

    private String many() {
        return "[" + (random.nextBoolean() ? "null," : "1,").repeat(100_000) + "0]";
    }

    private String deep() {
        int depth = 10 + random.nextInt(5_000);
        return random.nextBoolean()
                ? "[".repeat(depth) + "]".repeat(depth)
                : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }

    /** A text as it may stand in an address or a header. */
    String inAddress() {
        return oneOf(List.of(
                "%00",
                "a%00b",
                "%ff",
                "%ed%a0%80",
                "%zz",
                "%",
                "%C0%AF",
                "..%2f..",
                "%2e%2e",
                "%25%30%30",
                "-1",
                "0",
                "99999999999999999999",
                "1e9",
                "null",
                "%27%20OR%201=1",
                "%F0%9F%98%80",
                "%0d%0aX:1",
                "a".repeat(200),
                "%u0041",
                "%3Cscript%3E",
                "*",
                "first",
                "true",
                "%20",
                "x;y=z",
                "%7B%7D",
                "[]",
                "+",
                "2025-13-45"));
    }

    /** The value of a header. */
    String inHeader() {
        return oneOf(List.of(
                "",
                " ",
                "\"\"",
                "*",
                "W/\"1\"",
                "\"99999999999999999999\"",
                "\"-1\"",
                "a\tb",
                "\u00e9\u00ff",
                "a".repeat(3_000),
                "%00",
                ";;;",
                "text/",
                "/",
                "application/json; charset=nonsense",
                "text/html;q=2",
                "*/*;q=0",
                "Bearer",
                "Bearer x",
                "Basic eDp5",
                "bytes=0-9223372036854775807",
                "bytes=-1",
                "wait=99999999999",
                "-1",
                "1,2",
                "null",
                "gzip",
                "TREAT",
                "Mon, 99 Foo 2025",
                "\u0001"));
    }

    <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
