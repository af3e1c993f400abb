package org.crossface.web.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.crossface.web.documents.DocumentRefused.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GuardedJsonTest {

    private static final DocumentLimits TIGHT = new DocumentLimits(10_000, 3, 8, 10, 5, 12, 6);

    private static JsonNode read(DocumentLimits limits, String text) {
        return new GuardedJson(limits).read(text, Deadline.in(Duration.ofMinutes(1)));
    }

    private static DocumentRefused refused(DocumentLimits limits, String text) {
        return catchThrowableOfType(DocumentRefused.class, () -> read(limits, text));
    }

    /** Why there is a guard: the library takes a number of ten characters that cannot be written out. */
    @Test
    void jacksonAloneTakesAPowerOfTenThatNoMachineHolds() {
        BigDecimal taken = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree("1E+2147483647")
                .decimalValue();
        assertThat(taken.scale()).isEqualTo(-Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e100000000",
                "1E+2147483648",
                "-1e-100000000",
                "1e99999999999",
                "0e7",
                "1E-7",
                "1e00000000000007",
                "1234567890123",
                "-1234567890.5",
            })
    void aNumberBeyondTheLimitsIsRefusedAtItsPlace(String number) {
        DocumentRefused refused = refused(TIGHT, "{\"a\":[0,{\"b\":" + number + "}]}");
        assertThat(refused.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(refused.place()).isEqualTo("a[1].b");
        assertThat(refused.getMessage())
                .containsAnyOf("The number has", "A number, text or name is longer")
                .doesNotContain(number);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-0,0", "7,7", "2147483648,2147483648", "1.50,1.50", "1e6,1e6", "1E-6,1E-6", "-12.5e+2,-12.5e+2"
    })
    void aNumberWithinTheLimitsIsWhatIsWritten(String written, BigDecimal value) {
        JsonNode node = read(TIGHT, "[" + written + "]").get(0);
        assertThat(node.decimalValue()).isEqualByComparingTo(value);
        assertThat(node.isIntegralNumber()).isEqualTo(written.matches("-?\\d+"));
    }

    @Test
    void aLongWholeNumberLosesNothing() {
        assertThat(read(DocumentLimits.COMMAND, "[123456789012345678901234567890]")
                        .get(0)
                        .bigIntegerValue())
                .isEqualTo(new BigInteger("123456789012345678901234567890"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [[[[1]]]]                     | [0][0][0]   | deep
            {"a":{"b":{"c":{}}}}          | a.b.c       | deep
            [1,2,3,4,5,6,7,8,9]           | [8]         | entries
            {"a":"12345678901"}           | a           | characters
            {"abcdef":1}                  | abcdef      | characters
            {"a":1,"a":2}                 | a           | twice
            {"a":"x\\u0000"}              | a           | invalid characters
            {"a":"\\u001b[0m"}            | a           | invalid characters
            {"a":["x","\\ud800"]}         | a[1]        | invalid characters
            {"a":"\\udc00\\ud800"}        | a           | invalid characters
            {"\\u0000":1}                 | ?           | invalid characters
            """)
    void whatIsBeyondALimitIsRefusedAtItsPlace(String text, String place, String reason) {
        DocumentRefused refused = refused(TIGHT, text);
        assertThat(refused.place()).isEqualTo(place);
        assertThat(refused.getMessage()).contains(reason);
        assertThat(refused.remedy()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "[1,]",
                "{\"a\"}",
                "{\"a\":}",
                "{'a':1}",
                "NaN",
                "[NaN]",
                "[Infinity]",
                "01",
                "+1",
                ".5",
                "1.",
                "1e",
                "tru",
                "\"",
                "{} {}",
                "[] x",
                "// note\n{}",
                "\u0000",
                "{\"a\":1}\u0000",
                "[\"\n\"]",
                "\ud800",
            })
    void whatIsNoJsonIsRefused(String text) {
        DocumentRefused refused = refused(DocumentLimits.COMMAND, text);
        assertThat(refused.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(refused.getMessage()).hasSizeLessThan(310).doesNotContain("tools.jackson", "StreamRead");
    }

    @Test
    void nothingIsAbsentAndNullIsThere() {
        assertThat(read(TIGHT, " \n ").isMissingNode()).isTrue();
        assertThat(read(TIGHT, "null").isNull()).isTrue();
    }

    @Test
    void textOfAllKindsThatIsTextPasses() {
        String text = "aé漢😀\\n\\t\\uD83D\\uDE00 \u202e";
        assertThat(read(DocumentLimits.COMMAND, "[\"" + text + "\"]").get(0).stringValue())
                .isEqualTo("aé漢😀\n\t😀 \u202e");
    }

    @Test
    void aDocumentOfAHundredThousandListsInEachOtherIsRefused() {
        assertThat(refused(DocumentLimits.FHIR, "[".repeat(100_000)).getMessage())
                .contains("deep");
    }

    @Test
    void theTimeIsLookedAtOnTheWay() {
        String many = "[" + "1,".repeat(5_000) + "1]";
        GuardedJson parser = new GuardedJson(DocumentLimits.COMMAND);
        assertThat(parser.read(many, Deadline.in(Duration.ofMinutes(1)))).hasSize(5_001);
        DocumentRefused late =
                catchThrowableOfType(DocumentRefused.class, () -> parser.read(many, Deadline.in(Duration.ZERO)));
        assertThat(late.kind()).isEqualTo(Kind.BUSY);
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedAndNotReplaced() {
        byte[] latin = "[\"Müller\"]".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(catchThrowableOfType(DocumentRefused.class, () -> Characters.ofUtf8(latin)))
                .hasMessage("Byte 3 is not UTF-8");
        assertThat(Characters.of(latin, StandardCharsets.ISO_8859_1)).isEqualTo("[\"Müller\"]");
        byte[] halfOfAPair = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};
        assertThat(catchThrowableOfType(DocumentRefused.class, () -> Characters.ofUtf8(halfOfAPair)))
                .hasMessageStartingWith("Byte 1 is not UTF-8");
        byte[] cut = {'"', (byte) 0xc3};
        assertThat(catchThrowableOfType(DocumentRefused.class, () -> Characters.ofUtf8(cut)))
                .hasMessageStartingWith("Byte 1 is not UTF-8");
    }

    @Test
    void aByteOrderMarkIsNamed() {
        for (byte[] mark : new byte[][] {
            {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, '{', '}'},
            {(byte) 0xfe, (byte) 0xff, 0, '{'},
            {(byte) 0xff, (byte) 0xfe}
        }) {
            assertThat(catchThrowableOfType(DocumentRefused.class, () -> Characters.ofUtf8(mark)))
                    .hasMessageContaining("byte order mark");
        }
    }
}
