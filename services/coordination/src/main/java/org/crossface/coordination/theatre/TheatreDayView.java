package org.crossface.coordination.theatre;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.crossface.coordination.projection.Document;
import org.crossface.coordination.projection.Rows;
import org.crossface.coordination.views.PathwayUpdate;
import org.crossface.coordination.views.View;
import org.crossface.pathway.consent.ConsentFact;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.Consents;
import org.crossface.pathway.health.HealthFact;
import org.crossface.pathway.intake.Intake;
import org.crossface.pathway.oversight.Contradiction;
import org.crossface.pathway.oversight.OversightFact;
import org.crossface.pathway.recovery.Recovery;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.state.CaseProgress;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.Operation;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The theatre day: one row for each case of a pathway. Queries filter and sort by columns. The content of a bar is one document, a {@link
 * TheatreCase}.
 */
public final class TheatreDayView implements View {

    @Override
    public String name() {
        return "theatre_day";
    }

    @Override
    public int revision() {
        return 3;
    }

    @Override
    public boolean shows(PathwayEvent event) {
        return event instanceof ConcernsCase
                || event instanceof ConsentFact
                || event instanceof HealthFact
                || event instanceof OversightFact;
    }

    @Override
    public boolean showsNames() {
        return true;
    }

    /** Writes every case of this state and removes the retracted cases of the pathway. */
    @Override
    public void write(Rows rows, PathwayUpdate update) {
        PathwayState state = update.state();
        List<CaseProgress> cases = CaseProgress.all(state);
        rows.keepOnly(
                "theatre_day",
                "pathway_id",
                update.pathwayId(),
                update.position(),
                "case_id",
                cases.stream().map(CaseProgress::caseId).toList());
        for (CaseProgress each : cases) {
            TheatreCase row =
                    of(state, each, GateItem.of(state, each.caseId(), update.at(), update.policy()), update.position());
            rows.row("theatre_day", "case_id")
                    .set("case_id", row.caseId())
                    .set("pathway_id", row.pathwayId())
                    .set("patient_id", row.patientId())
                    .set("site_id", row.siteId())
                    .set("day", row.day())
                    .set("room", row.room())
                    .set("planned_start", row.plannedStart())
                    .set("ended_as", row.endedAs())
                    .json("bar", Document.of(row))
                    .set("position", row.position())
                    .write();
        }
    }

    /** Without a name: only the view of the patients holds names. */
    private static TheatreCase of(PathwayState state, CaseProgress each, List<GateItem> gate, long position) {
        Intake intake = state.intake();
        SurgicalCase planned = each.planned();
        Operation operation = each.operation();
        Recovery recovery = each.recovery();
        return new TheatreCase(
                each.caseId(),
                intake.pathwayId(),
                intake.personId(),
                intake.number(),
                null,
                null,
                false,
                planned.siteId(),
                state.dayOf(planned.startsAt()),
                planned.room(),
                each.stage(),
                state.knownSide().map(Enum::name).orElse(null),
                donorSide(state, each.stage()),
                planned.surgeonIds(),
                planned.startsAt().toInstant(),
                planned.endsAt().toInstant(),
                planned.recoveryMinutes(),
                each.rung(),
                instant(Optional.ofNullable(each.admittedAt())),
                instant(operation.preparedAt()),
                instant(operation.enteredAt()),
                instant(operation.incisionAt()),
                instant(operation.closedAt()),
                instant(operation.leftTheatreAt()),
                instant(each.recoveryAt()),
                instant(recovery.departedAt().or(() -> Optional.ofNullable(each.takenBackAt()))),
                each.end().map(Enum::name).orElse(null),
                recovery.destination().map(Enum::name).orElse(null),
                gate,
                instant(flapInDoubtSince(recovery)),
                operation.ischemia().map(Operation.Ischemia::minutes).orElse(null),
                instant(recovery.extendedAt()),
                instant(operation.signature().map(Operation.Signature::at)),
                state.oversight().stopping(each.caseId()).stream()
                        .map(Contradiction::rule)
                        .distinct()
                        .toList(),
                planned.isReturn(),
                instant(Optional.ofNullable(each.takenBackAt())),
                position);
    }

    private static @Nullable String donorSide(PathwayState state, Stage stage) {
        return state.consents()
                .newest(ConsentType.SURGICAL, stage)
                .map(Consents.Consent::donorSide)
                .map(Enum::name)
                .orElse(null);
    }

    private static @Nullable Instant instant(Optional<OffsetDateTime> time) {
        return time.map(OffsetDateTime::toInstant).orElse(null);
    }

    /** A failed check counts as a suspicion, even if the suspicion was retracted. A later check that passed ends it. */
    private static Optional<OffsetDateTime> flapInDoubtSince(Recovery recovery) {
        Optional<Recovery.FlapCheck> last = recovery.lastFlapCheck();
        return last.filter(check -> !check.passing())
                .map(Recovery.FlapCheck::at)
                .or(() -> recovery.flapSuspectedAt()
                        .filter(suspected -> last.filter(check -> !check.at().isBefore(suspected))
                                .isEmpty()));
    }
}
