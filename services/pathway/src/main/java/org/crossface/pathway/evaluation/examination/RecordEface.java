package org.crossface.pathway.evaluation.examination;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.evaluation.EfaceRecorded;
import org.crossface.pathway.evaluation.OnScale;
import org.crossface.pathway.evaluation.Scale;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/**
 * Grades the face by the eFACE, before treatment or at any visit after it; scores are computed.
 *
 * @param statics four items 0..100
 * @param dynamics seven items 0..100
 * @param synkinesis four items 0..100
 */
public record RecordEface(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @OnScale(Scale.EFACE_STATIC) @FormField(label = "At rest", help = "Each from 0 to 100; 100 is balanced")
        List<Integer> statics,

        @OnScale(Scale.EFACE_DYNAMIC) @FormField(label = "In movement", help = "Each from 0 to 100; 100 is balanced")
        List<Integer> dynamics,

        @OnScale(Scale.EFACE_SYNKINESIS) @FormField(label = "Synkinesis", help = "Each from 0 to 100; 100 is none")
        List<Integer> synkinesis)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordEface> USE_CASE = UseCase.of(RecordEface.class, "Record eFACE")
            .by(Role.SURGEON, Role.THERAPIST)
            .in(Phases.OPEN)
            .checks(InstrumentRules.EFACE_ON_ITS_SCALE)
            .records(EfaceRecorded.class);
}
