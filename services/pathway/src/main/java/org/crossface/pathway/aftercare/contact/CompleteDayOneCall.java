package org.crossface.pathway.aftercare.contact;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.aftercare.events.DayOneCallCompleted;
import org.crossface.pathway.aftercare.vocabulary.CallDisposition;
import org.crossface.pathway.aftercare.vocabulary.RedFlag;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records the call on the day after an operation. */
public record CompleteDayOneCall(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Operation") Stage stage,

        @FormField(label = "Pain", min = 0, max = 10, help = "0 none, 10 worst imaginable")
        int pain,

        @FormField(label = "Nausea", min = 0, max = 3, help = "0 none, 3 severe")
        int nausea,

        @FormField(label = "Temperature", unit = "°C", min = 34, max = 43, step = 0.1)
        double temperatureCelsius,

        @FormField(label = "Signs", max = 10, help = "Everything that the patient reports")
        List<RedFlag> flags,

        @FormField(label = "What follows") CallDisposition disposition,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements StageCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CompleteDayOneCall> USE_CASE = UseCase.of(
                    CompleteDayOneCall.class, "Complete day-one call")
            .by(Role.AFTERCARE_NURSE, Role.PACU_NURSE)
            .in(Phases.AFTER_CARE)
            .answers("T-17")
            .requires(AftercareRules.CALL_FOLLOWS_OPERATION, AftercareRules.PATIENT_IS_NOT_IN_HOSPITAL)
            .records(DayOneCallCompleted.class);
}
