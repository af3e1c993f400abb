package org.crossface.web.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** The side that a request names as the site of the body. It is what the referrer wrote; the evaluation examines it. */
final class BodySide {

    /** SNOMED CT: left, right, right and left; left facial nerve. */
    private static final Map<String, ParalysedSide> CODES = Map.of(
            "7771000", ParalysedSide.LEFT,
            "24028007", ParalysedSide.RIGHT,
            "51440002", ParalysedSide.BILATERAL,
            "734418009", ParalysedSide.LEFT);

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]+");

    private BodySide() {}

    /** The side; empty when none is named, and when several are: one of them may be the site of a donor. */
    static Optional<ParalysedSide> of(List<CodeableConcept> sites) {
        Set<ParalysedSide> named = new TreeSet<>();
        for (CodeableConcept site : sites) {
            site.getCoding().stream()
                    .map(Coding::getCode)
                    .flatMap(code -> Stream.ofNullable(code == null ? null : CODES.get(code)))
                    .forEach(named::add);
            Stream.concat(Stream.of(site.getText()), site.getCoding().stream().map(Coding::getDisplay))
                    .flatMap(Stream::ofNullable)
                    .flatMap(BodySide::words)
                    .forEach(named::add);
        }
        return named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
    }

    private static Stream<ParalysedSide> words(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT))
                .flatMap(word -> Stream.ofNullable(
                        switch (word) {
                            case "left" -> ParalysedSide.LEFT;
                            case "right" -> ParalysedSide.RIGHT;
                            case "bilateral", "both" -> ParalysedSide.BILATERAL;
                            default -> null;
                        }));
    }
}
