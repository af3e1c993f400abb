package org.crossface.web.pages.patient;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crossface.coordination.story.Wording;
import org.crossface.pathway.adjunct.Adjuncts;
import org.crossface.pathway.health.Allergy;
import org.crossface.pathway.health.Health;
import org.crossface.pathway.health.Medicine;
import org.crossface.pathway.health.UnrelatedOperation;
import org.crossface.pathway.scheduling.Readiness;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.Operation;
import org.crossface.web.pages.SiteTimes;
import org.crossface.web.pages.patient.PatientHeader.Warning;
import org.jspecify.annotations.Nullable;

/**
 * The warnings of the header: allergies and medication with when they were listed, implants with their magnetic resonance condition
 * a clearance that was withheld or has expired, missed evaluation visits while nobody was evaluated, and operations for something else.
 */
final class HealthWarnings {

    private final PathwayState state;
    private final SiteTimes times;

    private HealthWarnings(PathwayState state, SiteTimes times) {
        this.state = state;
        this.times = times;
    }

    /** In the order in which they are read. */
    static List<Warning> of(PathwayState state, SiteTimes times) {
        return new HealthWarnings(state, times).all();
    }

    private List<Warning> all() {
        Health health = state.health();
        List<Warning> all = new ArrayList<>();
        List<Allergy> allergies = health.allergies();
        all.add(
                allergies == null
                        ? new Warning("Allergies", "not listed", true)
                        : new Warning(
                                "Allergies",
                                allergies.isEmpty()
                                        ? "none known" + changed(health.allergiesAt())
                                        : allergies.stream()
                                                        .map(HealthWarnings::words)
                                                        .collect(Collectors.joining("; "))
                                                + changed(health.allergiesAt()),
                                !allergies.isEmpty()));
        List<Medicine> medicines = health.medicines();
        all.add(
                medicines == null
                        ? new Warning("Medication", "not listed", true)
                        : new Warning(
                                "Medication",
                                medicines.isEmpty()
                                        ? "none" + changed(health.medicinesAt())
                                        : medicines.stream().map(this::words).collect(Collectors.joining("; "))
                                                + changed(health.medicinesAt()),
                                false));
        Readiness.Clearance clearance =
                state.schedule().readinessFor(state.nextStage()).clearance();
        if (clearance != null && !clearance.isGranted()) {
            all.add(new Warning(
                    "Clearance",
                    Wording.words(clearance.status()) + " on " + times.date(state.dayOf(clearance.at())),
                    true));
        }
        List<OffsetDateTime> missed = state.evaluation().missedVisits();
        if (!missed.isEmpty() && !state.evaluation().completed()) {
            all.add(new Warning(
                    "Missed evaluation visits",
                    missed.size() + ": "
                            + missed.stream()
                                    .map(visit -> times.date(state.dayOf(visit)))
                                    .collect(Collectors.joining("; ")),
                    true));
        }
        if (!health.operations().isEmpty()) {
            all.add(new Warning(
                    "Other operations",
                    health.operations().stream().map(this::words).collect(Collectors.joining("; ")),
                    false));
        }
        List<Adjuncts.Adjunct> implants = state.adjuncts().implanted();
        if (!implants.isEmpty()) {
            all.add(new Warning(
                    "Implants", implants.stream().map(HealthWarnings::words).collect(Collectors.joining("; ")), true));
        }
        return List.copyOf(all);
    }

    private static String words(Allergy allergy) {
        String reaction = allergy.reaction();
        return allergy.substance() + " ("
                + (reaction == null || reaction.isBlank() ? "" : reaction + ", ")
                + Wording.words(allergy.severity()) + ")";
    }

    private String words(Medicine medicine) {
        String dose = medicine.dose();
        return medicine.drug()
                + (dose == null || dose.isBlank() ? "" : " " + dose)
                + (medicine.lastTakenOn() == null ? "" : ", last " + times.date(medicine.lastTakenOn()));
    }

    private String words(UnrelatedOperation operation) {
        return Objects.requireNonNullElse(operation.operation(), "erased") + ", "
                + Objects.requireNonNullElse(operation.bodySite(), "erased") + ", " + times.date(operation.operatedOn())
                + (operation.generalAnesthesia() ? ", general anesthesia" : "");
    }

    private static String words(Adjuncts.Adjunct implant) {
        return Wording.words(implant.kind()) + " " + implant.side() + ", magnetic resonance "
                + Optional.ofNullable(implant.magneticResonance())
                        .map(Wording::words)
                        .orElse("unknown");
    }

    /** Said when the list is newer than the last admission, since what was confirmed then was another list. */
    private String changed(@Nullable OffsetDateTime listedAt) {
        return state.schedule().cases().stream()
                .map(each -> state.operations().of(each.caseId()))
                .filter(operation -> operation.admittedAt().isPresent()
                        && operation.leftTheatreAt().isEmpty())
                .map(Operation::admittedAt)
                .flatMap(Optional::stream)
                .max(OffsetDateTime::compareTo)
                .filter(admitted -> listedAt != null && listedAt.isAfter(admitted))
                .map(admitted -> ", changed after the admission")
                .orElse("");
    }
}
