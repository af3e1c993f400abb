package org.crossface.server.sites;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The committed table {@code operations.csv}: what each operation reaches and how it is called. */
final class OperationTable {

    /** Where it is, for whoever has to add a row. */
    static final String FILE = "services/server/src/test/resources/org/crossface/server/sites/operations.csv";

    private static final String HEADER = "operation,reach,calls,body,control";

    private final Map<String, Row> rows;

    private OperationTable(Map<String, Row> rows) {
        this.rows = rows;
    }

    /**
     * How an operation is called.
     *
     * @param operation method and route, with the area of the commands that it carries
     * @param calls addresses with {@code {pathway}}, {@code {patient}}, {@code {letter}}, {@code {command}} and the like
     * @param bodies each is sent to each address, see {@link Bodies}; {@code -} is none
     * @param control role of the patient's own site to which it is not closed; {@code command} for the first of the authority table,
     *     {@code -} for none
     */
    record Row(String operation, Reach reach, List<String> calls, List<String> bodies, String control) {

        static Row of(String line) {
            List<String> cells = Arrays.asList(line.split(",", -1));
            if (cells.size() != HEADER.split(",", -1).length) {
                throw new IllegalStateException("A row has " + HEADER + ", not " + line);
            }
            return new Row(
                    cells.get(0), Reach.valueOf(cells.get(1)), words(cells.get(2)), words(cells.get(3)), cells.get(4));
        }

        private static List<String> words(String cell) {
            return List.of(cell.split(" ", -1));
        }
    }

    static OperationTable read() {
        String name = FILE.substring(FILE.lastIndexOf('/') + 1);
        try (InputStream table =
                        Objects.requireNonNull(OperationTable.class.getResourceAsStream(name), "The table is missing");
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            List<String> all = lines.lines().toList();
            if (!all.getFirst().equals(HEADER)) {
                throw new IllegalStateException(FILE + " begins with " + HEADER);
            }
            Map<String, Row> rows = new TreeMap<>();
            all.stream().skip(1).map(Row::of).forEach(row -> {
                if (rows.put(row.operation(), row) != null) {
                    throw new IllegalStateException("Two rows for " + row.operation());
                }
            });
            return new OperationTable(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Row of(Operation operation) {
        return Objects.requireNonNull(rows.get(operation.row()), operation + " has no row");
    }

    /** What does not fit together, each with what to do about it. */
    List<String> gaps(Collection<Operation> operations) {
        Set<String> known = operations.stream().map(Operation::row).collect(Collectors.toCollection(TreeSet::new));
        List<String> gaps = new ArrayList<>();
        known.stream()
                .filter(operation -> !rows.containsKey(operation))
                .map(operation -> operation + " has no row: say in " + FILE
                        + " whose data it reaches and how it is called, or nobody knows whether other sites reach them")
                .forEach(gaps::add);
        rows.keySet().stream()
                .filter(operation -> !known.contains(operation))
                .map(operation -> operation + " is no operation of the server: take its row out of " + FILE)
                .forEach(gaps::add);
        return gaps;
    }
}
