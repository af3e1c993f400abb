package org.crossface.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Numbers of the clinical reference stand in {@link org.crossface.pathway.policy.Threshold} and nowhere else. This test reads the source of
 * the modules that decide, reckon and show, and knows each other number there with its reason.
 */
class ThresholdsTest {

    private static final List<String> MODULES = List.of("pathway", "coordination", "web");

    /** What looks like a threshold; a group, where there is one, is the name that the list below knows it by. */
    private static final List<Pattern> SUSPECTS = List.of(
            Pattern.compile(
                    "(?:plus|minus)(?:Days|Weeks|Months|Years|Hours|Minutes)\\(\\s*(?!1L?\\s*\\))\\d[\\d_]*L?\\s*\\)"),
            Pattern.compile("(?:Duration|Period)\\.of(?:Days|Hours|Minutes|Weeks|Months|Years)\\(\\s*\\d[\\d_]*"),
            Pattern.compile(
                    "\"[^\"\\n]*\\b\\d+ (?:min|h|hours?|d|days|weeks|months?|years|times|characters|mm|%)\\b[^\"\\n]*\""),
            Pattern.compile(">[^<\\n]*\\b\\d+ (?:min|h|hours?|d|days|weeks|months?|years) ?[^<>\\n]*<"));

    /** What a template shows only when a browser opens it as a file; Thymeleaf writes other text in its place. */
    private static final Pattern PROTOTYPE = Pattern.compile("(?s)th:text=\"[^\"]*\"[^>]*>[^<]*<");

    private static final Pattern CONSTANT = Pattern.compile(
            "static final (?:int|long|double|Duration) (\\w+)\\s*=\\s*(?:Duration\\.of\\w+\\()?-?\\d[\\d_.]*");
    private static final Pattern COMPARED = Pattern.compile("(?:[<>]=?|==|!=)\\s*(?:[2-9]|\\d\\d+)(?:\\.\\d+)?\\b");

    /** Where constants are searched: rules, what is due, what people see. In the rest of coordination and web they are technical. */
    private static final Pattern CLINICAL = Pattern.compile(
            "pathway/src/.*|coordination/src/.*/(?:board|theatre|story|record)/.*|web/src/.*/pages/(?:board|patient|today)/.*");

    /** File and what is found in it, by the reason why it is no threshold. */
    private static final Map<String, Set<String>> NO_THRESHOLDS = Map.of(
            "number of an instrument or of a list, by its definition",
            Set.of(
                    "Evaluation.java FACTORS_OF_PARALYSIS",
                    "Eface.java WEIGHT_OF_DYNAMICS",
                    "EvaluationRules.java BEST_GRADE_OF_COMPLETE",
                    "InstrumentRules.java > 6",
                    "ScoreItem.java > 2",
                    "Readiness.java ITEMS",
                    "Cards.java FACTORS"),
            "an outcome visit is named by its month, as are the answers of a form",
            Set.of(
                    "AssessOutcome.java \"Botulinum toxin in the last 4 months\"",
                    "EventWords.java \"%d of 7 days · %d min\""),
            "unit of measure",
            Set.of(
                    "RedFlags.java TENTHS",
                    "GraftGrowth.java MM_PER_CM",
                    "NeurotizationRules.java PERCENT",
                    "Therapy.java DAYS_PER_WEEK",
                    "Therapy.java PERCENT",
                    "Cards.java DAYS_PER_MONTH",
                    "Cards.java FULL",
                    "Standing.java DAYS_PER_MONTH",
                    "ScoreChart.java DAYS_PER_MONTH",
                    "ScoreChart.java YEAR",
                    "MonthScale.java PERCENT",
                    "StageScale.java PERCENT",
                    "StageScale.java WEEK",
                    "SurgeryDay.java PERCENT",
                    "TheatreDays.java FULL",
                    "HourAxis.java FULL"),
            "definition of a measure: adherence is that of the newest reports",
            Set.of("Therapy.java REPORTS_COUNTED"),
            "how a sentence, a form or a list is laid out",
            Set.of(
                    "GeneralRules.java MANY_PHASES",
                    "BoardAddress.java MOST_DAYS",
                    "BoardPage.java SHOWN_PER_LANE",
                    "BoardView.java LONGEST_MM",
                    "SiteTimes.java Duration.ofDays(2",
                    "BoardPage.java MOST_IDS",
                    "FormValues.java MOST_ROWS",
                    "CommandForm.java FEW_OPTIONS",
                    "Offers.java SPECIAL_PHASES",
                    "Offers.java SPECIAL_CONDITIONS",
                    "PatientPage.java RECENT",
                    "Cards.java SPARK_WIDTH",
                    "Cards.java SPARK_HEIGHT"),
            "how a chart is drawn; it decides nothing",
            Set.of(
                    "LabelRows.java TITLE_CHARACTER",
                    "LabelRows.java DATE_CHARACTER",
                    "LabelRows.java GAP",
                    "LabelRows.java LINE",
                    "LabelRows.java MOST_TRIALS",
                    "MonthScale.java LENS",
                    "MonthScale.java WIDTH",
                    "MonthScale.java TIME_PART",
                    "MonthScale.java ROW",
                    "MonthScale.java TOP",
                    "MonthScale.java BAND",
                    "MonthScale.java AXIS",
                    "MonthScale.java BAND_CHARACTER",
                    "MonthScale.java MANY_MONTHS",
                    "MonthScale.java plusDays(14)",
                    "ScoreChart.java LEFT",
                    "ScoreChart.java RIGHT",
                    "ScoreChart.java BOTTOM",
                    "ScoreChart.java HEIGHT",
                    "ScoreChart.java BEFORE",
                    "ScoreChart.java MONTH_ZERO",
                    "ScoreChart.java MONTHS",
                    "ScoreChart.java TINEL_STEP",
                    "StageScale.java BEFORE",
                    "StageScale.java AFTER",
                    "StageScale.java ROW",
                    "StageScale.java TOP",
                    "StageScale.java BELOW",
                    "StageScale.java WIDTH_OF_ONE",
                    "StageScale.java WIDTH_OF_TWO",
                    "SurgeryDay.java ROW",
                    "SurgeryDay.java TOP",
                    "SurgeryDay.java BELOW",
                    "SurgeryDay.java MANY_HOURS",
                    "SurgeryDay.java LONGEST_HOURS",
                    "SurgeryDay.java CHARACTER",
                    "TheatreDays.java ROOM",
                    "HourAxis.java FIRST_HOUR",
                    "HourAxis.java LAST_HOUR",
                    "HourAxis.java Duration.ofHours(1"),
            "corridor in which the literature expects the Tinel sign; it is drawn and decides nothing",
            Set.of(
                    "ScoreChart.java FIRST_SIGN_DAY",
                    "ScoreChart.java LATEST_SIGN_DAY",
                    "ScoreChart.java FASTEST_MM",
                    "ScoreChart.java SLOWEST_MM"),
            "limit of the machinery",
            Set.of(
                    "EventSourcedPolicies.java LOOKS_EVERY",
                    "EventSourcedPolicies.java TRUSTED_FOR",
                    "PathwayOwners.java MOST_KEPT",
                    "FreeSlotReads.java Duration.ofDays(14",
                    "FreeSlotReads.java Duration.ofDays(62",
                    "PatientReads.java MOST_ALIKE",
                    "PersonIndex.java MOST",
                    "PathwayOwners.java serialVersionUID",
                    "CommandFormPage.java UNTIL_SHOWN",
                    "ReferralPage.java UNTIL_SHOWN",
                    "ShellConfiguration.java Duration.ofDays(365",
                    "DeadlineConfiguration.java Duration.ofMinutes(30",
                    "WhenPolicyTakesEffectMoveDeadlines.java Duration.ofMinutes(2"));

    @Test
    void noThresholdStandsOutsideTheTable() {
        Set<String> found = new TreeSet<>();
        for (Path file : sources()) {
            found.addAll(suspects(root().relativize(file).toString(), read(file)));
        }
        Set<String> known = new TreeSet<>();
        NO_THRESHOLDS.values().forEach(known::addAll);
        assertThat(found)
                .as("a number that may be a threshold: make it one (Threshold), or give the reason here why it is none")
                .isSubsetOf(known);
        assertThat(known)
                .as("numbers that this test still knows and the source has no more")
                .isSubsetOf(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "day.plusDays(14)",
                "until.minusMonths( 3 )",
                "Duration.ofHours(24)",
                "private static final int EXTENSIONS = 2;",
                "static final Duration REVIEW = Duration.ofHours(3);",
                "private static final double FEVER_CELSIUS = 38.0;",
                "return minutes > 360;",
                "asa == 4",
                "\"At least 20 characters\"",
                "\"A movement within 4 weeks must be confirmed\"",
            })
    void itFindsAThreshold(String line) {
        assertThat(suspects("services/pathway/src/main/java/SomeRules.java", line))
                .isNotEmpty();
    }

    @Test
    void itFindsAThresholdInWhatATemplateSaysItself() {
        String template = "services/web/src/main/resources/templates/day.html";
        assertThat(suspects(template, "<span>Review after 3 h</span>")).isNotEmpty();
        assertThat(suspects(template, "<span th:text=\"|Review after ${hours} h|\">Review after 3 h</span>"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "day.plusDays(1)",
                "day.plusDays(policy.of(T04_DUE_DAYS))",
                "policy.durationOf(Threshold.LATE_ENTRY_HOURS)",
                "count > 0",
                "// 24 hours",
                "/** More than 360 minutes. */",
                "\"At least {reasonCharacters} characters\"",
            })
    void itLeavesOtherLinesAlone(String line) {
        assertThat(suspects("services/pathway/src/main/java/SomeRules.java", line))
                .isEmpty();
    }

    private static List<String> suspects(String path, String text) {
        String name = Path.of(path).getFileName().toString();
        String code = text.replaceAll("(?s)/\\*.*?\\*/|<!--.*?-->", "").replaceAll("//.*", "");
        if (name.endsWith(".html")) {
            code = PROTOTYPE.matcher(code).replaceAll("");
        }
        List<String> found = new ArrayList<>();
        for (Pattern pattern : SUSPECTS) {
            pattern.matcher(code).results().forEach(each -> found.add(name + " " + each.group()));
        }
        if (CLINICAL.matcher(path.replaceFirst("^services/", "")).matches()) {
            Matcher constants = CONSTANT.matcher(code);
            while (constants.find()) {
                found.add(name + " " + constants.group(1));
            }
        }
        if (path.contains("pathway/src")) {
            COMPARED.matcher(code).results().forEach(each -> found.add(name + " " + each.group()));
        }
        return found;
    }

    private static List<Path> sources() {
        return MODULES.stream()
                .flatMap(module -> files(root().resolve("services/" + module + "/src/main")))
                .filter(file ->
                        file.toString().endsWith(".java") || file.toString().endsWith(".html"))
                .filter(file -> !file.endsWith("Threshold.java"))
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("Makefile"))) {
            folder = java.util.Objects.requireNonNull(folder.getParent());
        }
        return folder;
    }
}
