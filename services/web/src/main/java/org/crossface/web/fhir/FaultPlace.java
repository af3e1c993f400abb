package org.crossface.web.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place in a bundle where the parser stopped, and the reason, in words for the sender. */
final class FaultPlace {

    private static final Pattern ELEMENT = Pattern.compile("element(?:=| )\"?'?([A-Za-z.\\[\\]0-9]+)");
    private static final Pattern LINE = Pattern.compile("line:? (\\d+), column:? (\\d+)");
    private static final Pattern CODE = Pattern.compile("HAPI-\\d+: ");

    /** Limits the reason, because the parser quotes the value that it cannot read. */
    private static final int LONGEST_REASON = 300;

    private FaultPlace() {}

    /** The element that the parser names, with its entry where that can be found; else the line and column; else the whole bundle. */
    static String of(DataFormatException e) {
        String message = message(e);
        Matcher element = ELEMENT.matcher(message);
        if (element.find()) {
            return element.group(1);
        }
        return inText(message);
    }

    /** The line and column that a message names, else the whole bundle. */
    static String inText(String message) {
        Matcher line = LINE.matcher(message);
        return line.find() ? "line " + line.group(1) + ", column " + line.group(2) : "Bundle";
    }

    static String reason(DataFormatException e) {
        String message = message(e);
        String reason =
                CODE.matcher(message.lines().findFirst().orElse(message)).replaceAll("");
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "..." : reason;
    }

    private static String message(DataFormatException e) {
        return Optional.ofNullable(e.getMessage()).orElse("The bundle cannot be read");
    }
}
