package org.crossface.web.pages.patient;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossface.identity.CurrentActor;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.FieldKind;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.examination.CharacteriseParalysis;
import org.crossface.pathway.health.Allergy;
import org.crossface.pathway.health.Health;
import org.crossface.pathway.health.Medicine;
import org.crossface.pathway.health.history.ListAllergies;
import org.crossface.pathway.health.history.ListMedication;
import org.crossface.pathway.recovery.discharge.ReconcileMedication;
import org.crossface.pathway.vocabulary.Referent;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a command to a pathway shows at first, by the paths of its fields: a list that the form replaces, what a referral named,
 * and the surgeon who is signed in where a surgeon signs in his or her own name.
 */
final class Proposals {

    private static final String SIGNATURE = "REF-SIGNATURE";

    private final Map<String, String> values = new LinkedHashMap<>();

    private Proposals() {}

    static Map<String, String> of(PatientFile file, CommandSpec spec, CurrentActor actor) {
        Proposals proposed = new Proposals();
        Health health = file.state().health();
        if (spec.type() == CharacteriseParalysis.class) {
            ParalysedSide referred = file.state().intake().referredSide();
            proposed.put("paralysedSide", referred == null ? null : referred.name());
        }
        if (spec.type() == ListAllergies.class) {
            proposed.allergies(health.allergies());
        }
        if (spec.type() == ListMedication.class) {
            proposed.medication(health.medicines());
        }
        if (spec.type() == ReconcileMedication.class) {
            proposed.drugs(Optional.ofNullable(health.medicines()).orElse(List.of()));
        }
        signature(spec).ifPresent(field -> proposed.put(field.name(), actor.id()));
        return proposed.values;
    }

    /** The field of the surgeon who signs; only who is signed in may stand there. */
    private static Optional<FieldSpec> signature(CommandSpec spec) {
        boolean signed = spec.useCase().checks().stream()
                .anyMatch(check -> check.rule().id().equals(SIGNATURE));
        return spec.fields().stream()
                .filter(field -> signed
                        && field.required()
                        && field.kind() == FieldKind.TEXT
                        && field.refersTo() == Referent.PRACTITIONER)
                .findFirst();
    }

    private void allergies(@Nullable List<Allergy> known) {
        if (known == null) {
            return;
        }
        put("noneKnown", String.valueOf(known.isEmpty()));
        for (int i = 0; i < known.size(); i++) {
            String row = "allergies[" + i + "].";
            put(row + "substance", known.get(i).substance());
            put(row + "reaction", known.get(i).reaction());
            put(row + "severity", known.get(i).severity().name());
        }
    }

    private void medication(@Nullable List<Medicine> known) {
        if (known == null) {
            return;
        }
        put("noneTaken", String.valueOf(known.isEmpty()));
        for (int i = 0; i < known.size(); i++) {
            LocalDate last = known.get(i).lastTakenOn();
            String row = "medicines[" + i + "].";
            put(row + "drug", known.get(i).drug());
            put(row + "dose", known.get(i).dose());
            put(row + "lastTakenOn", last == null ? null : last.toString());
        }
    }

    /** A row for each drug about which it has to be decided. */
    private void drugs(List<Medicine> known) {
        for (int i = 0; i < known.size(); i++) {
            put("medicines[" + i + "].drug", known.get(i).drug());
        }
    }

    private void put(String path, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(path, value);
        }
    }
}
