package org.crossface.coordination.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.crossface.coordination.testing.TestViews;
import org.crossface.platform.api.Role;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long what the first page of the worklist reads takes in the server, with 50,000 open tasks of 10,000 pathways: a tenth of them late, a tenth
 * due, the rest planned or resting. Run by {@code make bench-worklist}; it prints the 50th and 95th percentile in milliseconds.
 */
@Tag("bench")
class WorklistBench {

    private static final int TASKS = 50_000;
    private static final int TIMES = 200;
    private static final int ROWS = 61;
    private static final Instant NOW = Instant.parse("2026-11-30T17:00:00Z");
    private static final Set<String> SITES = Set.of("site-0", "site-1", "site-2");
    private static final TestPostgres postgres = TestPostgres.with(TestViews.schemas());

    private final Worklist worklist = new Worklist(postgres.serverJdbc());

    private static void fill() {
        postgres.ownerJdbc()
                .sql("INSERT INTO view_patient.patient (patient_id, family_name, given_name, erased, position)"
                        + " SELECT 'patient-' || n, 'Family' || n, 'Given', false, n FROM generate_series(1, ?) n")
                .param(TASKS / 5)
                .update();
        postgres.ownerJdbc().sql("""
                        INSERT INTO view_worklist.task
                        SELECT 'pathway-' || n / 5 || '/T-' || n, 'pathway-' || n / 5, 'T-' || n, 'patient-' || n / 5, 'P-' || n / 5,
                               'site-' || n / 5 % 4, 'T-22', CASE WHEN n % 20 = 0 THEN 'SAFETY' ELSE 'WORK' END,
                               CASE WHEN n % 20 = 0 THEN 0 ELSE 1 END,
                               (ARRAY['SURGICAL_COORDINATOR', 'SURGEON', 'AFTERCARE_NURSE', 'THERAPIST'])[1 + n % 4],
                               CASE WHEN n % 50 = 0 THEN 'user-' || n % 7 END, ARRAY['surgeon-' || n % 9],
                               '-infinity', 'infinity', due, due + interval '14 days', due + interval '21 days', due + interval '14 days',
                               CASE WHEN n % 30 = 0 THEN timestamptz '2026-12-05 10:00Z' ELSE '-infinity' END,
                               jsonb_build_object('code', 'T-22', 'key', n::text, 'label', 'Therapy session, left', 'kind', 'WORK',
                                   'owner', 'THERAPIST', 'concerned', '["THERAPIST", "SURGICAL_COORDINATOR"]'::jsonb, 'dueAt', to_json(due),
                                   'timed', false, 'told', '[]'::jsonb), n, n
                          FROM (SELECT n, timestamptz '2026-11-30 17:00Z'
                                          + (n * 7919 % 50000 - 10000) * interval '15 minutes' AS due
                                  FROM generate_series(1, ?) n) tasks""").param(TASKS).update();
        postgres.ownerJdbc().sql("ANALYZE view_worklist.task").update();
        postgres.ownerJdbc().sql("ANALYZE view_patient.patient").update();
    }

    @Test
    void theFirstPageOfFiftyThousandTasks() {
        fill();
        WorklistFilter everyone = WorklistFilter.all().within(SITES);
        WorklistFilter role = WorklistFilter.of(Role.SURGICAL_COORDINATOR).within(SITES);
        WorklistFilter mine = WorklistFilter.of("user-0").within(SITES);
        List<WorklistTask> first =
                worklist.page(role, null, null, NOW, null, ROWS).tasks();
        assertThat(first).hasSize(ROWS);
        measure("first page, role", () -> worklist.page(role, null, null, NOW, null, ROWS));
        measure("first page, everyone", () -> worklist.page(everyone, null, null, NOW, null, ROWS));
        measure(
                "second page, role",
                () -> worklist.page(role, null, null, NOW, first.getLast().key(), ROWS));
        measure("planned, role", () -> worklist.page(role, null, Section.PLANNED, NOW, null, ROWS));
        measure("counts, everyone", () -> worklist.counts(everyone, NOW));
        measure("number in the rail", () -> worklist.waitingFor("user-0", Role.SURGICAL_COORDINATOR, SITES, NOW));
        measure(
                "all that the page reads",
                () -> List.of(
                        worklist.page(role, null, null, NOW, null, ROWS),
                        worklist.counts(role, NOW),
                        worklist.counts(mine, NOW),
                        worklist.counts(everyone, NOW),
                        worklist.done(NOW.minus(Duration.ofHours(9)), null, Role.SURGICAL_COORDINATOR, SITES, 15),
                        worklist.waitingFor("user-0", Role.SURGICAL_COORDINATOR, SITES, NOW)));
    }

    private static void measure(String what, Supplier<Object> read) {
        double[] taken = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            assertThat(read.get()).isNotNull();
            taken[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(taken);
        System.out.printf("%-26s p50 %6.1f ms, p95 %6.1f ms%n", what, taken[TIMES / 2], taken[TIMES * 95 / 100]);
    }
}
