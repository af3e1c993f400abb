package org.crossface.pathway.planning.decision;

import org.crossface.pathway.planning.NerveSource;
import org.crossface.pathway.planning.PlannedSetting;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.jspecify.annotations.Nullable;

/** What a surgeon enters of a plan, at the first selection and at every revision alike. */
public interface PlanEntry extends PathwayCommand {

    TreatmentOption option();

    @Nullable
    PlannedSetting stageOneSetting();

    @Nullable
    PlannedSetting stageTwoSetting();

    @Nullable
    NerveSource nerveSource();

    @Nullable
    BodySide donorLeg();

    @Nullable
    BodySide donorThigh();

    @Nullable
    String rationale();

    /** The side of the muscle; needed when both sides are paralysed (INV-03). */
    @Nullable
    FaceSide faceSide();
}
