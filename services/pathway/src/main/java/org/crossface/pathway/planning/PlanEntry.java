package org.crossface.pathway.planning;

import org.crossface.pathway.BodySide;
import org.crossface.pathway.PathwayCommand;
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
}
