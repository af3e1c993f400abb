package org.crossface.pathway.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.crossface.pathway.evaluation.Scale;
import org.crossface.pathway.evaluation.examination.RecordAssessment;
import org.crossface.pathway.intake.referral.ReceiveReferralDocument;
import org.crossface.pathway.rehabilitation.outcome.AssessOutcome;
import org.crossface.pathway.vocabulary.Referent;
import org.junit.jupiter.api.Test;

/** A field that names something by its identifier says what, else its form asks a person to type an identifier. */
class ReferentsTest {

    private static final CommandCatalogue CATALOGUE = CommandCatalogue.read();

    /** Set by the server or by the page, and never typed. */
    private static final Set<String> SET = Set.of("patientId", "pathwayId", "differentFromIds");

    /** Names of things that are not kept here: payers, and the rules as the reference numbers them. */
    private static final Set<String> TYPED = Set.of("payerId", "invariantId");

    @Test
    void everyIdentifierOnAFormSaysWhatItNames() {
        assertThat(CATALOGUE.all().stream()
                        .filter(spec -> spec.isOfPathway() || spec.area().equals("patient"))
                        .filter(spec -> spec.type() != ReceiveReferralDocument.class)
                        .flatMap(spec -> all(spec.fields())
                                .filter(field -> field.name().matches(".*Ids?"))
                                .filter(field -> !field.name().equals(spec.target()) && !SET.contains(field.name()))
                                .filter(field -> !TYPED.contains(field.name()))
                                .filter(field -> field.refersTo() == null)
                                .map(field -> spec.name() + "." + field.name())))
                .isEmpty();
        assertThat(CATALOGUE.all().stream().flatMap(spec -> all(spec.fields())).map(FieldSpec::refersTo))
                .contains(Referent.values());
    }

    @Test
    void whatIsDeclaredOnAnInterfaceIsReadForEachCommand() {
        assertThat(CATALOGUE.ofPathways("record-sural-harvest").orElseThrow().fields())
                .filteredOn(field -> field.name().equals("caseId"))
                .extracting(FieldSpec::refersTo)
                .containsExactly(Referent.OPERATION);
        for (Class<?> graded : List.of(RecordAssessment.class, AssessOutcome.class)) {
            assertThat(CATALOGUE.find(graded).orElseThrow().fields())
                    .flatExtracting(FieldSpec::items)
                    .containsSubsequence(Scale.SUNNYBROOK_RESTING.items())
                    .containsSubsequence(Scale.FACE.items());
        }
    }

    private static Stream<FieldSpec> all(List<FieldSpec> fields) {
        return fields.stream().flatMap(field -> Stream.concat(Stream.of(field), all(field.fields())));
    }
}
