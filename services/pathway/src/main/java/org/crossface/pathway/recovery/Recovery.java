package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.pathway.recovery.events.AftercareAdmitted;
import org.crossface.pathway.recovery.events.AftercareDischarged;
import org.crossface.pathway.recovery.events.DischargeOrderSigned;
import org.crossface.pathway.recovery.events.EscortArrived;
import org.crossface.pathway.recovery.events.ExtendedRecoveryStarted;
import org.crossface.pathway.recovery.events.FlapChecked;
import org.crossface.pathway.recovery.events.FlapCompromiseAcknowledged;
import org.crossface.pathway.recovery.events.FlapCompromiseConfirmed;
import org.crossface.pathway.recovery.events.FlapCompromiseRuledOut;
import org.crossface.pathway.recovery.events.FlapCompromiseSuspected;
import org.crossface.pathway.recovery.events.FlapLost;
import org.crossface.pathway.recovery.events.FlapSalvaged;
import org.crossface.pathway.recovery.events.LeftAgainstMedicalAdvice;
import org.crossface.pathway.recovery.events.PadssScored;
import org.crossface.pathway.recovery.events.PainScored;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.recovery.events.PhaseTwoEntered;
import org.crossface.pathway.recovery.events.RecoveryAdmitted;
import org.crossface.pathway.recovery.events.RecoveryFact;
import org.crossface.pathway.recovery.events.UnplannedTransferOccurred;
import org.crossface.pathway.recovery.vocabulary.CaseEnd;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;

/**
 * Recovery and discharge of one case, as its facts tell them.
 *
 * @param facts in the order of recording
 * @param escortPresent whether the responsible adult is here; an escort who withdraws is not
 */
public record Recovery(String caseId, List<RecoveryFact> facts, boolean escortPresent) {

    /** Keeps its own copy of the facts. */
    public Recovery {
        facts = List.copyOf(facts);
    }

    /** A case of which nothing has happened yet. */
    public static Recovery notStarted(String caseId) {
        return new Recovery(caseId, List.of(), false);
    }

    /** The latest fact of this type. */
    public <F extends RecoveryFact> Optional<F> last(Class<F> type) {
        for (int i = facts.size() - 1; i >= 0; i--) {
            if (type.isInstance(facts.get(i))) {
                return Optional.of(type.cast(facts.get(i)));
            }
        }
        return Optional.empty();
    }

    /** All facts of this type, in their order. */
    public <F extends RecoveryFact> List<F> all(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Whether there is a fact of this type. */
    public boolean has(Class<? extends RecoveryFact> type) {
        return last(type).isPresent();
    }

    /** Whether the patient has left the facility: discharged, transferred or against advice. */
    public boolean hasLeft() {
        return has(PatientDischarged.class)
                || has(UnplannedTransferOccurred.class)
                || has(LeftAgainstMedicalAdvice.class);
    }

    /** The admission to the after-care facility in which the patient is; empty before it and after leaving the facility. */
    public Optional<AftercareAdmitted> inAftercare() {
        AftercareAdmitted there = null;
        for (RecoveryFact fact : facts) {
            if (fact instanceof AftercareAdmitted admitted) {
                there = admitted;
            } else if (fact instanceof AftercareDischarged) {
                there = null;
            }
        }
        return Optional.ofNullable(there);
    }

    /** A patient's stay in an after-care facility. */
    public record FacilityStay(String facilityId, OffsetDateTime since) {}

    /** The after-care facility in which the patient is; empty before it and after leaving it. */
    public Optional<FacilityStay> facilityStay() {
        return inAftercare().map(there -> new FacilityStay(there.facilityId(), there.occurredAt()));
    }

    /** When recovery took the patient over from theatre. */
    public Optional<OffsetDateTime> admittedAt() {
        return at(RecoveryAdmitted.class);
    }

    /** When the second phase of recovery began. */
    public Optional<OffsetDateTime> phaseTwoAt() {
        return at(PhaseTwoEntered.class);
    }

    /** When an extended recovery was begun. */
    public Optional<OffsetDateTime> extendedAt() {
        return at(ExtendedRecoveryStarted.class);
    }

    /** When the patient left the facility: discharged, transferred or against advice. */
    public Optional<OffsetDateTime> departedAt() {
        return Stream.of(
                        at(PatientDischarged.class),
                        at(UnplannedTransferOccurred.class),
                        at(LeftAgainstMedicalAdvice.class))
                .flatMap(Optional::stream)
                .min(OffsetDateTime::compareTo);
    }

    /** How the patient left; empty while still here. */
    public Optional<CaseEnd> departure() {
        if (has(PatientDischarged.class)) {
            return Optional.of(CaseEnd.DISCHARGED);
        }
        if (has(UnplannedTransferOccurred.class)) {
            return Optional.of(CaseEnd.TRANSFERRED);
        }
        return has(LeftAgainstMedicalAdvice.class) ? Optional.of(CaseEnd.AGAINST_ADVICE) : Optional.empty();
    }

    /** The latest discharge score. */
    public Optional<Score> padss() {
        return last(PadssScored.class).map(score -> new Score(score.total(), score.lowest(), score.occurredAt()));
    }

    /** The latest pain, 0 to 10 on the numerical rating scale. */
    public Optional<Integer> pain() {
        return last(PainScored.class).map(PainScored::nrs);
    }

    /** The flap checks of this case, in the order of recording. */
    public List<FlapCheck> flapChecks() {
        return all(FlapChecked.class).stream()
                .map(check -> new FlapCheck(check.occurredAt(), check.passing()))
                .toList();
    }

    /** The latest flap check; it decides, whatever an earlier one showed (INV-42). */
    public Optional<FlapCheck> lastFlapCheck() {
        return last(FlapChecked.class).map(check -> new FlapCheck(check.occurredAt(), check.passing()));
    }

    /** When a compromise of the flap was suspected last, whatever became of it. */
    public Optional<OffsetDateTime> flapSuspectedAt() {
        return at(FlapCompromiseSuspected.class);
    }

    /** The doubt about the flap that is open: a check found a sign of danger, and no surgeon has decided on it since. */
    public Optional<FlapDoubt> flapDoubt() {
        FlapDoubt open = null;
        for (RecoveryFact fact : facts) {
            open = switch (fact) {
                case FlapCompromiseSuspected suspected ->
                    open == null ? new FlapDoubt(suspected.occurredAt(), false) : open;
                case FlapCompromiseAcknowledged taken -> open == null ? null : new FlapDoubt(open.since(), true);
                case FlapCompromiseConfirmed confirmed ->
                    new FlapDoubt(open == null ? confirmed.occurredAt() : open.since(), true);
                case FlapCompromiseRuledOut well -> null;
                case FlapSalvaged rescued -> null;
                case FlapLost lost -> null;
                default -> open;
            };
        }
        return Optional.ofNullable(open);
    }

    /** Where the patient went on discharge; before it, where the order sends the patient. */
    public Optional<DischargeDestination> destination() {
        return last(PatientDischarged.class)
                .map(PatientDischarged::destination)
                .or(() -> last(DischargeOrderSigned.class).map(DischargeOrderSigned::destination));
    }

    /**
     * A doubt about the flap.
     *
     * @param since when a check found the sign
     * @param answered whether a surgeon has taken it over
     */
    public record FlapDoubt(OffsetDateTime since, boolean answered) {}

    /**
     * A score.
     *
     * @param lowest lowest single item
     */
    public record Score(int total, int lowest, OffsetDateTime at) {}

    /**
     * A flap check.
     *
     * @param passing no sign of compromise
     */
    public record FlapCheck(OffsetDateTime at, boolean passing) {}

    private <F extends RecoveryFact> Optional<OffsetDateTime> at(Class<F> type) {
        return last(type).map(RecoveryFact::occurredAt);
    }

    Recovery with(RecoveryFact fact) {
        List<RecoveryFact> longer = new ArrayList<>(facts.size() + 1);
        longer.addAll(facts);
        longer.add(fact);
        return new Recovery(caseId, longer, escortPresent || fact instanceof EscortArrived);
    }

    Recovery withoutEscort() {
        return new Recovery(caseId, facts, false);
    }
}
