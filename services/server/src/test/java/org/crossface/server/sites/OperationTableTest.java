package org.crossface.server.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crossface.pathway.authority.CommandCatalogue;
import org.junit.jupiter.api.Test;

/** The table of operations when it does not fit the server. */
class OperationTableTest {

    private static final CommandCatalogue CATALOGUE = CommandCatalogue.read();

    private final OperationTable table = OperationTable.read();

    @Test
    void anOperationWithoutARowIsNamedWithWhatToDo() {
        Operation added = new Operation("GET", "/api/everyone", null);
        assertThat(table.gaps(List.of(added)))
                .contains(
                        "GET /api/everyone has no row: say in " + OperationTable.FILE
                                + " whose data it reaches and how it is called, or nobody knows whether other sites reach them");
    }

    @Test
    void aRowWithoutAnOperationIsNamedWithWhatToDo() {
        assertThat(table.gaps(List.of()))
                .contains("GET /today is no operation of the server: take its row out of " + OperationTable.FILE);
    }

    @Test
    void commandsOfOneAreaShareARow() {
        Operation operation = new Operation(
                "POST",
                "/api/pathways/{pathwayId}/{command}",
                CATALOGUE.ofPathways("make-incision").orElseThrow());
        assertThat(operation.row()).isEqualTo("POST /api/pathways/{pathwayId}/<surgery>");
        assertThat(operation).hasToString("POST /api/pathways/{pathwayId}/make-incision");
        assertThat(table.of(operation).reach()).isEqualTo(Reach.PATHWAY);
    }
}
