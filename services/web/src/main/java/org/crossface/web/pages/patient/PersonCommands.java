package org.crossface.web.pages.patient;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.patient.identity.PersonDetails;
import org.crossface.pathway.patient.identity.PersonTraits;
import org.crossface.pathway.patient.registration.CorrectBirthDate;
import org.crossface.pathway.patient.registration.CorrectContact;
import org.crossface.pathway.patient.registration.CorrectIdentifiers;
import org.crossface.pathway.patient.registration.CorrectLanguage;
import org.crossface.pathway.patient.registration.CorrectName;
import org.crossface.pathway.patient.registration.CorrectSex;
import org.crossface.pathway.patient.registration.EndPatientSharing;
import org.crossface.pathway.patient.registration.EraseSubject;
import org.crossface.pathway.patient.registration.LinkPersons;
import org.crossface.pathway.patient.registration.NameRepresentative;
import org.crossface.pathway.patient.registration.PatientCommand;
import org.crossface.pathway.patient.registration.RecordDeath;
import org.crossface.pathway.patient.registration.RetractDeath;
import org.crossface.pathway.patient.registration.SharePatient;
import org.crossface.pathway.patient.registration.UnlinkPersons;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** The commands to a person that the page of a pathway offers, and what their forms show at first. */
final class PersonCommands {

    private static final String AREA = "patient";
    private static final String IDENTIFIERS = "identifiers";

    /** When each is offered. */
    private static final Map<Class<?>, Predicate<PatientFile>> TYPES = Map.ofEntries(
            Map.entry(NameRepresentative.class, PersonCommands::lives),
            Map.entry(SharePatient.class, PersonCommands::lives),
            Map.entry(
                    EndPatientSharing.class, file -> !file.sites().sharedWith().isEmpty()),
            Map.entry(CorrectContact.class, PersonCommands::lives),
            Map.entry(CorrectName.class, file -> true),
            Map.entry(CorrectSex.class, file -> true),
            Map.entry(CorrectLanguage.class, PersonCommands::lives),
            Map.entry(CorrectIdentifiers.class, file -> true),
            Map.entry(CorrectBirthDate.class, file -> true),
            Map.entry(RecordDeath.class, PersonCommands::lives),
            Map.entry(RetractDeath.class, file -> !lives(file)),
            Map.entry(LinkPersons.class, file -> true),
            Map.entry(UnlinkPersons.class, file -> !file.linked().isEmpty()),
            Map.entry(EraseSubject.class, file -> true));

    private PersonCommands() {}

    /** Whether the target of this command is the person. */
    static boolean is(CommandSpec spec) {
        return PatientCommand.class.isAssignableFrom(spec.type());
    }

    /** The command of this name; empty when the page offers none. */
    static Optional<CommandSpec> find(CommandCatalogue catalogue, String kebabName) {
        return catalogue.find(AREA, kebabName).filter(spec -> TYPES.containsKey(spec.type()));
    }

    /** The commands to the person that are available to this role now; none to a person who is erased. */
    static List<Offers.Offer> offers(CommandCatalogue catalogue, Role role, PatientFile file) {
        return catalogue.all().stream()
                .filter(spec -> TYPES.containsKey(spec.type()) && spec.allows(role))
                .filter(spec -> file.identity() == null || !file.identity().erased())
                .filter(spec -> Objects.requireNonNull(TYPES.get(spec.type())).test(file))
                .map(spec -> new Offers.Offer(
                        spec.kebabName(), spec.title(), "Person", HistoryLine.icon(spec.area()), "", null))
                .toList();
    }

    private static boolean lives(PatientFile file) {
        return !file.state().oversight().died();
    }

    /** The present values of the fields that a form replaces, by their paths; a field that has none is left out. */
    static Map<String, String> present(CommandSpec spec, PersonDetails known) {
        Map<String, String> values = new LinkedHashMap<>();
        PersonTraits traits = known.traits();
        if (spec.type() == CorrectContact.class) {
            put(values, "phone", traits.phone());
            put(values, "email", traits.email());
            put(values, "street", traits.street());
            put(values, "city", traits.city());
            put(values, "region", known.region());
            put(values, "postalCode", traits.postalCode());
            put(values, "country", known.country());
            put(values, "contactConsent", String.valueOf(known.contactConsent()));
        }
        if (spec.type() == CorrectName.class) {
            put(values, "familyName", traits.familyName());
            put(values, "givenNames", traits.givenNames());
        }
        if (spec.type() == CorrectBirthDate.class) {
            put(values, "birthDate", traits.birthDate());
        }
        if (spec.type() == CorrectSex.class) {
            put(values, "sex", traits.sex().name());
        }
        if (spec.type() == CorrectLanguage.class) {
            put(values, "language", traits.language());
            put(values, "interpreterNeeded", String.valueOf(known.interpreterNeeded()));
        }
        if (spec.type() == CorrectIdentifiers.class) {
            for (String each : traits.identifiers()) {
                put(values, identifier(values), each);
            }
        }
        PersonDetails.Representative representative = known.representative();
        if (spec.type() == NameRepresentative.class && representative != null) {
            put(values, "name", representative.name());
            put(values, "relation", representative.relation().name());
            put(values, "phone", representative.phone());
        }
        return values;
    }

    /** The present values, and in their place or beside them what a bundle says; a number of another system does not replace the others. */
    static Map<String, String> proposed(CommandSpec spec, Map<String, String> present, Map<String, List<String>> said) {
        Map<String, String> values = new LinkedHashMap<>(present);
        said.forEach((field, given) -> {
            if (!correcting(field).equals(spec.kebabName())) {
                return;
            }
            if (field.equals(IDENTIFIERS)) {
                given.stream()
                        .filter(each -> !values.containsValue(each))
                        .forEach(each -> put(values, identifier(values), each));
            } else {
                put(values, field, given.getFirst());
            }
        });
        return values;
    }

    /** The path of one more identifier. */
    private static String identifier(Map<String, String> values) {
        return IDENTIFIERS + "[" + values.size() + "]";
    }

    /** The name of the command that changes this field of a person; empty where none does. */
    static String correcting(String field) {
        return switch (field) {
            case "phone", "email", "street", "city", "postalCode" -> "correct-contact";
            case "familyName", "givenNames" -> "correct-name";
            case "birthDate" -> "correct-birth-date";
            case "sex" -> "correct-sex";
            case "language" -> "correct-language";
            case IDENTIFIERS -> "correct-identifiers";
            default -> "";
        };
    }

    private static void put(Map<String, String> values, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(field, value);
        }
    }
}
