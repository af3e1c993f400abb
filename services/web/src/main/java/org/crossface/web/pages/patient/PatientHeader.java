package org.crossface.web.pages.patient;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.crossface.coordination.story.PathwaySummary;
import org.crossface.coordination.story.PatientIdentity;
import org.crossface.pathway.evaluation.Evaluation;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.intake.Age;
import org.crossface.pathway.intake.Intake;
import org.crossface.pathway.vocabulary.PartialDate;
import org.crossface.web.pages.Names;
import org.crossface.web.pages.SiteTimes;

/**
 * View model of the header: the patient and the diagnosis.
 *
 * @param reasonMissing whether the referral came without a reason
 * @param warnings what everybody who treats the patient has to know first: allergies, medication, implants
 */
record PatientHeader(String name, String number, boolean reasonMissing, List<Warning> warnings, List<Fact> facts) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH);
    private static final Map<String, String> SYSTEMS = Map.of(
            "http://snomed.info/sct", "SNOMED CT",
            "http://hl7.org/fhir/sid/icd-10-cm", "ICD-10-CM",
            "http://hl7.org/fhir/sid/icd-10", "ICD-10");
    private static final List<String> ROMAN = List.of("", "I", "II", "III", "IV", "V", "VI");

    /**
     * What has to be known first.
     *
     * @param risk whether it is marked: an allergy, or that nobody asked
     */
    record Warning(String label, String value, boolean risk) {}

    /** A label and its value. */
    record Fact(String label, String value) {}

    static PatientHeader of(PatientFile file, Staff staff, SiteTimes times) {
        PatientIdentity identity = file.identity();
        Intake intake = file.state().intake();
        String name = identity == null
                ? "Name not known"
                : Names.FULL.of(identity.familyName(), identity.givenName(), identity.erased());
        return new PatientHeader(
                name,
                intake.number(),
                intake.reasonMissing(),
                HealthWarnings.of(file.state(), times),
                new Facts(file, staff, times).facts());
    }

    private record Facts(PatientFile file, Staff staff, SiteTimes times) {

        List<Fact> facts() {
            List<Fact> facts = new ArrayList<>();
            PathwaySummary summary = file.summary();
            PathwaySummary.Plan plan = summary.plan();
            facts.add(new Fact(
                    "Pathway", summary.number() + (plan == null ? ", no plan yet" : ", plan v" + plan.version())));
            facts.add(new Fact("Born", born()));
            facts.add(new Fact("Cause, onset", cause()));
            facts.add(new Fact("Severity before", severity()));
            facts.add(new Fact("Goals", goals()));
            facts.add(new Fact("Surgeon", surgeons()));
            facts.add(new Fact("Lives in", home()));
            facts.add(new Fact("Referred for", reason()));
            List<String> codes = file.state().intake().reasonCodes();
            if (!codes.isEmpty()) {
                facts.add(
                        new Fact("Reason codes", codes.stream().map(Facts::code).collect(Collectors.joining("; "))));
            }
            if (!file.sharedWith().isEmpty()) {
                facts.add(new Fact("Shared with", String.join(", ", file.sharedWith())));
            }
            if (!file.linked().isEmpty()) {
                facts.add(new Fact(
                        "Registered also as",
                        file.linked().stream()
                                .map(each -> Names.FULL.of(each.familyName(), each.givenName(), each.erased()))
                                .collect(Collectors.joining("; "))));
            }
            return facts;
        }

        private String born() {
            PartialDate birth = file.identity() == null
                    ? null
                    : PartialDate.stored(file.identity().birthDate());
            return birth == null
                    ? "not known"
                    : (birth.isWhole() ? times.date(birth.earliest()) : birth.written()) + ", "
                            + Age.on(times.today(), birth).words() + " y";
        }

        private String cause() {
            PathwaySummary summary = file.summary();
            if (summary.cause() == null) {
                return "not yet known";
            }
            String since = summary.congenital() ? "congenital" : summary.onset() == null ? "" : summary.onset();
            String cause = sentence(summary.cause());
            return since.isEmpty() || cause.equalsIgnoreCase(since) ? cause : cause + ", " + since;
        }

        private String severity() {
            PathwaySummary summary = file.summary();
            List<String> words = new ArrayList<>();
            Integer grade = summary.houseBrackmann();
            if (grade != null) {
                words.add("HB " + ROMAN.get(grade));
            }
            summary.scores().stream()
                    .filter(each -> each.visit().equals("Baseline") && each.sunnybrook() != null)
                    .reduce((first, second) -> second)
                    .ifPresent(each -> words.add("Sunnybrook " + each.sunnybrook()));
            return words.isEmpty() ? "not yet graded" : String.join(", ", words);
        }

        private String goals() {
            Evaluation.Goals goals = file.state().evaluation().goals();
            if (goals == null) {
                return "not yet asked";
            }
            String words = goals.words();
            return words == null || words.isBlank()
                    ? goals.priorities().stream()
                            .map(goal -> sentence(goal.name()))
                            .collect(Collectors.joining(", "))
                    : "“" + words + "”";
        }

        private String surgeons() {
            List<String> names = file.summary().cases().stream()
                    .flatMap(each -> each.surgeonIds().stream())
                    .distinct()
                    .map(staff::name)
                    .toList();
            return names.isEmpty() ? "none yet" : String.join(", ", names);
        }

        private String home() {
            ZoneId zone = Timetable.zones(file.state()).at(times.now());
            String city =
                    zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
            return city + ", " + CLOCK.format(times.now().atZone(zone)) + " now";
        }

        private String reason() {
            Intake intake = file.state().intake();
            String reason = intake.reason();
            return intake.reasonMissing() || reason == null ? "reason missing" : reason;
        }

        /** A code as {@code system|code}, with the usual name of its system. */
        private static String code(String written) {
            int bar = written.lastIndexOf('|');
            String system = bar < 0 ? "" : written.substring(0, bar);
            return (SYSTEMS.getOrDefault(system, system) + " " + written.substring(bar + 1)).strip();
        }

        private static String sentence(String code) {
            String words = code.replace('_', ' ').toLowerCase(Locale.ENGLISH);
            return words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
        }
    }
}
