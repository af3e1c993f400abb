package org.crossface.web.admission;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.crossface.web.documents.Characters;
import org.crossface.web.documents.DocumentRefused;
import org.crossface.web.documents.DocumentRefused.Kind;
import org.crossface.web.documents.PlainText;

/** The parameters of a request's address and form, decoded strictly: invalid text and too many parameters are refused. */
final class Parameters {

    static final int MOST = 1_000;
    private static final int LONGEST_NAME = 200;

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private int count;

    /** Adds a query string: {@code q=a+name&due=7}. */
    void addEncoded(String encoded) {
        int begin = 0;
        while (begin <= encoded.length()) {
            int end = encoded.indexOf('&', begin);
            end = end < 0 ? encoded.length() : end;
            if (end > begin) {
                addPair(encoded.substring(begin, end));
            }
            begin = end + 1;
        }
    }

    private void addPair(String pair) {
        int equals = pair.indexOf('=');
        String name = decode("", equals < 0 ? pair : pair.substring(0, equals));
        add(name, equals < 0 ? "" : decode(shown(name), pair.substring(equals + 1)));
    }

    /** Adds one parameter. */
    void add(String name, String value) {
        if (++count > MOST) {
            throw refused("", "There are more than " + MOST + " parameters", "Send fewer");
        }
        if (name.length() > LONGEST_NAME || !PlainText.isPlain(name)) {
            throw refused(
                    "", "The name of a parameter is malformed", "Use the names that the form or /api/openapi gives");
        }
        if (!PlainText.isPlain(value)) {
            throw refused(shown(name), "The text contains control characters or invalid characters", "Remove them");
        }
        values.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
    }

    private static String shown(String name) {
        return PlainText.isPlain(name) ? name.substring(0, Math.min(name.length(), LONGEST_NAME)) : "";
    }

    private static String decode(String place, String encoded) {
        if (encoded.indexOf('%') < 0 && isAscii(encoded)) {
            return encoded.replace('+', ' ');
        }
        byte[] sent = encoded.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(sent.length);
        for (int i = 0; i < sent.length; i++) {
            if (sent[i] == '%') {
                int high = i + 2 < sent.length ? Character.digit(sent[i + 1], 16) : -1;
                int low = i + 2 < sent.length ? Character.digit(sent[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw refused(place, "A percent sign begins no encoded character", "Encode it as %25");
                }
                bytes.write((high << 4) + low);
                i += 2;
            } else {
                bytes.write(sent[i] == '+' ? ' ' : sent[i]);
            }
        }
        try {
            return Characters.ofUtf8(bytes.toByteArray());
        } catch (DocumentRefused e) {
            throw refused(place, "An encoded character is not UTF-8", "Encode texts as UTF-8");
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(each -> each < 0x80);
    }

    private static DocumentRefused refused(String place, String reason, String remedy) {
        return new DocumentRefused(Kind.MALFORMED, place, reason, remedy);
    }

    /** All parameters, in their order. */
    Map<String, String[]> asMap() {
        return Collections.unmodifiableMap(values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().toArray(String[]::new),
                        (first, second) -> first,
                        LinkedHashMap::new)));
    }
}
