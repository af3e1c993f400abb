package org.crossface.pathway.evaluation.examination;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.evaluation.Goal;
import org.crossface.pathway.evaluation.PatientGoalsRecorded;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Records what the patient wants, in his or her own words and in order of priority. */
public record RecordGoals(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Goals in the patient's own words", min = 1, max = 2000, multiline = true)
        String goals,

        @FormField(label = "Priorities, most important first", min = 1, max = 7)
        List<Goal> priorities)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordGoals> USE_CASE = UseCase.of(RecordGoals.class, "Record goals")
            .answers("VISIT")
            .by(Role.SURGEON)
            .in(Phases.EVALUATION)
            .checks(EvaluationRules.GOALS_ARE_DISTINCT)
            .records(PatientGoalsRecorded.class);
}
