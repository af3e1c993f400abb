package org.crossface.web.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.crossface.web.documents.DocumentRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    private static Parameters of(String encoded) {
        Parameters parameters = new Parameters();
        parameters.addEncoded(encoded);
        return parameters;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            q=a                 | q         | a
            q=a+b%2Bc           | q         | a b+c
            q=                  | q         | ``
            q                   | q         | ``
            q=a=b               | q         | a=b
            q=%F0%9F%98%80      | q         | 😀
            q=é                 | q         | é
            &&q=1&              | q         | 1
            a%5B0%5D.b=x%0Ay    | a[0].b    | `x
            y`
            """)
    void whatIsWrittenAsInAnAddressIsRead(String encoded, String name, String value) {
        assertThat(of(encoded).asMap().get(name)).containsExactly(value);
    }

    @Test
    void severalOfOneNameKeepTheirOrder() {
        assertThat(of("a=1&b=2&a=3").asMap().get("a")).containsExactly("1", "3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"q=%00", "q=a%00b", "q=%", "q=%4", "q=%zz", "q=%ff", "q=%ED%A0%80", "q=%1b", "q=%C0%80", "q=%c3"
            })
    void aValueThatIsNoTextIsRefusedWithItsName(String encoded) {
        assertThat(catchThrowableOfType(DocumentRefused.class, () -> of(encoded))
                        .place())
                .isEqualTo("q");
    }

    @Test
    void namesThatAreNoNamesAndMoreThanThereMayBeAreRefused() {
        for (String encoded : new String[] {
            "%00=1", "%ff=1", "a".repeat(201) + "=1", "a&".repeat(Parameters.MOST + 1),
        }) {
            assertThat(catchThrowableOfType(DocumentRefused.class, () -> of(encoded))
                            .place())
                    .isEmpty();
        }
    }
}
