package org.crossface.web.documents;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Parses JSON to a tree, token by token under limits. Jackson limits the length of numbers, texts and names. This class checks exponents, characters,
 * repeated names, the number of entries and time.
 */
public final class GuardedJson {

    private static final int TOKENS_BETWEEN_LOOKS = 256;
    /** The part of Jackson's messages about its source, which is removed. */
    private static final Pattern QUOTED = Pattern.compile("\\s*[(\\[](start marker|Source).*", Pattern.DOTALL);

    private static final String WELL_FORMED = "Send well-formed JSON (RFC 8259)";

    private final DocumentLimits limits;
    private final JsonFactory factory;

    /** A parser of documents within these limits. */
    public GuardedJson(DocumentLimits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(limits.bytes())
                        .maxNestingDepth(limits.depth() + 1)
                        .maxStringLength(limits.text() + 1)
                        .maxNameLength(limits.name() + 1)
                        .maxNumberLength(limits.digits() + 1)
                        .build())
                .build();
    }

    /** The limits of a document. */
    public DocumentLimits limits() {
        return limits;
    }

    /**
     * Parses a document; a missing node stands for a document of white space only.
     *
     * @throws DocumentRefused if the document is not JSON, exceeds a limit, or the deadline has passed
     */
    public JsonNode read(String text, Deadline deadline) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            return read(parser, deadline);
        } catch (JacksonException e) {
            String reason =
                    QUOTED.matcher(String.valueOf(e.getOriginalMessage())).replaceAll("");
            throw DocumentRefused.malformed(
                    "", "The document is not valid JSON" + at(e.getLocation()) + ": " + reason, WELL_FORMED);
        }
    }

    private JsonNode read(JsonParser parser, Deadline deadline) {
        Reading reading = new Reading(parser, deadline);
        try {
            JsonToken first = reading.next();
            if (first == null) {
                return JsonNodeFactory.instance.missingNode();
            }
            JsonNode node = reading.value(first, 0);
            if (reading.next() != null) {
                throw DocumentRefused.malformed("", "Something follows the end of the document", WELL_FORMED);
            }
            return node;
        } catch (StreamConstraintsException e) {
            throw reading.refused("A number, text or name is longer than is taken", "Give a shorter one");
        }
    }

    private static String at(TokenStreamLocation where) {
        return where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
    }

    /** One document during parsing. */
    private final class Reading {

        private final JsonParser parser;
        private final Deadline deadline;
        private final JsonNodeFactory nodes = JsonNodeFactory.instance;
        private int entries;
        private int tokens;

        private Reading(JsonParser parser, Deadline deadline) {
            this.parser = parser;
            this.deadline = deadline;
        }

        private JsonToken next() {
            if (++tokens % TOKENS_BETWEEN_LOOKS == 0
                    && (deadline.isOver() || Thread.currentThread().isInterrupted())) {
                throw DocumentRefused.busy();
            }
            return parser.nextToken();
        }

        private JsonNode value(JsonToken token, int depth) {
            return switch (token) {
                case START_OBJECT -> object(deeper(depth));
                case START_ARRAY -> array(deeper(depth));
                case VALUE_STRING -> nodes.stringNode(text(parser.getString(), limits.text()));
                case VALUE_NUMBER_INT -> number(true);
                case VALUE_NUMBER_FLOAT -> number(false);
                case VALUE_TRUE -> nodes.booleanNode(true);
                case VALUE_FALSE -> nodes.booleanNode(false);
                case VALUE_NULL -> nodes.nullNode();
                default -> throw refused("A value is expected here", WELL_FORMED);
            };
        }

        private int deeper(int depth) {
            if (depth == limits.depth()) {
                throw refused(
                        "Objects and lists lie within each other more than " + limits.depth() + " deep",
                        "Send a flatter document");
            }
            return depth + 1;
        }

        private ObjectNode object(int depth) {
            ObjectNode object = nodes.objectNode();
            for (JsonToken token = next(); token != JsonToken.END_OBJECT; token = next()) {
                String name = text(parser.currentName(), limits.name());
                if (object.has(name)) {
                    throw refused("The field is there twice", "Name each field once");
                }
                count();
                object.set(name, value(next(), depth));
            }
            return object;
        }

        private ArrayNode array(int depth) {
            ArrayNode array = nodes.arrayNode();
            for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
                count();
                array.add(value(token, depth));
            }
            return array;
        }

        private void count() {
            if (++entries > limits.entries()) {
                throw refused("The document has more than " + limits.entries() + " entries", "Send less at once");
            }
        }

        private JsonNode number(boolean integral) {
            String text = parser.getString();
            String fault = WrittenNumber.fault(text, limits);
            if (!fault.isEmpty()) {
                throw refused(fault, "Give a number that a person would write");
            }
            return WrittenNumber.node(text, integral, nodes);
        }

        private String text(String text, int most) {
            if (text.length() > most) {
                throw refused("A text or name has more than " + most + " characters", "Give a shorter one");
            }
            if (!PlainText.isPlain(text)) {
                throw refused("The text contains control characters or invalid characters", "Remove them");
            }
            return text;
        }

        private DocumentRefused refused(String reason, String remedy) {
            return DocumentRefused.malformed(place(parser.streamReadContext()), reason, remedy);
        }
    }

    /** The path in the form {@code sites[0].side}. */
    private static String place(TokenStreamContext context) {
        TokenStreamContext parent = context.getParent();
        if (parent == null) {
            return "";
        }
        String before = place(parent);
        if (context.inArray()) {
            return context.hasCurrentIndex() ? before + "[" + context.getCurrentIndex() + "]" : before;
        }
        String name = context.currentName();
        if (name == null) {
            return before;
        }
        String shown = PlainText.isPlain(name) ? name.substring(0, Math.min(name.length(), 40)) : "?";
        return before.isEmpty() ? shown : before + "." + shown;
    }
}
