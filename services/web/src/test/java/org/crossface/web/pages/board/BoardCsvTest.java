package org.crossface.web.pages.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardCsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＠SUM(A1)"})
    void whatASpreadsheetWouldRunIsMadeText(String formula) {
        assertThat(BoardCsv.cell(formula).replace("\"", "")).startsWith("'");
    }

    @Test
    void separatorsAndQuotesAreQuoted() {
        assertThat(BoardCsv.cell("Larsen, Ida")).isEqualTo("\"Larsen, Ida\"");
        assertThat(BoardCsv.cell("say \"so\"")).isEqualTo("\"say \"\"so\"\"\"");
        assertThat(BoardCsv.cell("plain")).isEqualTo("plain");
    }
}
