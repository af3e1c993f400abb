package org.crossface.pathway.health;

import org.jspecify.annotations.Nullable;

/**
 * What may go wrong in the operation of one stage because of the patient's health; each is {@code null} until somebody asked.
 *
 * @param glp1 whether a GLP-1 agonist is taken
 * @param glp1Decision what the anesthesiologist decided about it since
 * @param thrombosis risk of a thrombosis
 * @param nausea risk of nausea
 */
public record StageRisks(
        @Nullable Glp1UseRecorded glp1,
        @Nullable Glp1RiskDecided glp1Decision,
        @Nullable ThrombosisRiskAssessed thrombosis,
        @Nullable NauseaRiskAssessed nausea) {

    static StageRisks none() {
        return new StageRisks(null, null, null, null);
    }

    /** Whether the patient takes a GLP-1 agonist, as far as anybody asked. */
    public boolean onGlp1() {
        return glp1 != null && glp1.taken();
    }

    /** Whether the patient takes one and nobody has decided what that means for the anesthesia, or the decision was to postpone. */
    public boolean glp1IsOpen() {
        return onGlp1() && (glp1Decision == null || glp1Decision.decision() == Glp1Decision.POSTPONE);
    }

    /** A new answer needs a new decision. */
    StageRisks with(Glp1UseRecorded recorded) {
        return new StageRisks(recorded, null, thrombosis, nausea);
    }

    StageRisks with(Glp1RiskDecided decided) {
        return new StageRisks(glp1, decided, thrombosis, nausea);
    }

    StageRisks with(ThrombosisRiskAssessed assessed) {
        return new StageRisks(glp1, glp1Decision, assessed, nausea);
    }

    StageRisks with(NauseaRiskAssessed assessed) {
        return new StageRisks(glp1, glp1Decision, thrombosis, assessed);
    }
}
