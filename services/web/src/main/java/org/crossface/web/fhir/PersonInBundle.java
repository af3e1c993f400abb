package org.crossface.web.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.crossface.pathway.vocabulary.PartialDate;
import org.crossface.platform.api.values.StorableTime;
import org.crossface.web.fhir.ParsedBundle.Placed;
import org.crossface.web.fhir.ReceivedReferral.Identifier;
import org.crossface.web.fhir.ReceivedReferral.Sex;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * The person of a bundle. Of several names, addresses and numbers the one in use today is taken: not an old one, within its period, of the use that
 * comes first. An element without a value, such as one whose reason for being absent is told by an extension, is absent.
 */
final class PersonInBundle {

    /** Types of identifiers that a surgery centre does not need; these identifiers stay in the sealed document only (minimum necessary). */
    private static final Set<String> NOT_NEEDED = Set.of("SS", "DL", "PPN");

    private static final String INTERPRETER = "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired";
    private static final String INTERPRETER_US =
            "http://hl7.org/fhir/us/core/StructureDefinition/us-core-interpreter-needed";

    /** "Yes" in SNOMED CT. */
    private static final String YES = "373066001";

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");
    private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final int UNRANKED = 1_000;
    private static final int NEVER = 100;

    private static final String BIRTH_DATE = "birthDate";
    private static final String WHOLE = "Give the birth date as year, month and day, or as much of it as is known";

    private final Patient patient;
    private final String place;
    private final LocalDate today;
    private final Map<String, String> places = new HashMap<>();

    PersonInBundle(Placed<Patient> patient, LocalDate today) {
        this.patient = patient.resource();
        this.place = patient.place();
        this.today = today;
    }

    /** FHIRPath of each value that was taken, by the field of the command that it becomes; complete after all were asked for. */
    Map<String, String> places() {
        return places;
    }

    /**
     * Refuses a record that says itself that nobody can be treated by it.
     *
     * @throws BundleRefused if the person has died, or the record is not in use
     */
    void requireLivingAndInUse() {
        if (patient.hasActiveElement()
                && patient.getActiveElement().hasValue()
                && !patient.getActiveElement().booleanValue()) {
            throw BundleRefused.noReferral(
                    place + ".active", "The record of this person is not in use", "Send the record that is in use");
        }
        for (int i = 0; i < patient.getLink().size(); i++) {
            if (patient.getLink().get(i).getType() == LinkType.REPLACEDBY) {
                throw BundleRefused.noReferral(
                        place + ".link[" + i + "]",
                        "Another record has replaced the record of this person",
                        "Send the record that replaced it");
            }
        }
        boolean died = patient.getDeceased() instanceof BooleanType deceased
                ? deceased.hasValue() && deceased.booleanValue()
                : patient.hasDeceasedDateTimeType()
                        && patient.getDeceasedDateTimeType().getValueAsString() != null;
        if (died) {
            throw BundleRefused.noReferral(
                    place + ".deceased",
                    "The person has died",
                    "Nobody who has died is referred; if this is wrong, correct the record and send it again");
        }
    }

    /**
     * The name in use.
     *
     * @param family or the only name
     */
    record Name(String family, List<String> given) {}

    Name name() {
        int best = best(patient.getName(), PersonInBundle::rank, HumanName::getPeriod, this::usable);
        if (best < 0) {
            throw BundleRefused.unreadable(
                    place + ".name",
                    patient.hasName() ? "No name of the person is in use today" : "The person has no name",
                    "Give the name that the person bears now");
        }
        String at = place + ".name[" + best + "]";
        HumanName name = patient.getName().get(best);
        Optional<String> family = BundleText.line(name.getFamily(), at + ".family");
        List<String> given = new ArrayList<>();
        for (int i = 0; i < name.getGiven().size(); i++) {
            BundleText.line(name.getGiven().get(i).getValue(), at + ".given[" + i + "]")
                    .ifPresent(given::add);
        }
        places.put("familyName", at + (family.isPresent() ? ".family" : given.isEmpty() ? ".text" : ".given"));
        places.put("givenNames", at + ".given");
        if (family.isPresent()) {
            return new Name(family.get(), given);
        }
        String only =
                given.isEmpty() ? BundleText.line(name.getText(), at + ".text").orElseThrow() : String.join(" ", given);
        return new Name(only, List.of());
    }

    private boolean usable(HumanName name) {
        return hasText(name.getFamily())
                || hasText(name.getText())
                || name.getGiven().stream().map(StringType::getValue).anyMatch(PersonInBundle::hasText);
    }

    /** Names of a former time are never taken; the official one comes first. */
    private static int rank(HumanName name) {
        return name.getUse() == null
                ? 2
                : switch (name.getUse()) {
                    case OFFICIAL -> 0;
                    case USUAL -> 1;
                    case TEMP -> 3;
                    case NICKNAME -> 4;
                    case ANONYMOUS -> 5;
                    case OLD, MAIDEN -> NEVER;
                    case NULL -> 2;
                };
    }

    /** Of those in use the one of the least rank, of several the one that began last, of several the first; -1 when there is none. */
    private <T> int best(
            List<T> all,
            ToIntFunction<T> rank,
            java.util.function.Function<T, Period> period,
            java.util.function.Predicate<T> usable) {
        return IntStream.range(0, all.size())
                .boxed()
                .filter(i -> usable.test(all.get(i)))
                .filter(i -> rank.applyAsInt(all.get(i)) < NEVER)
                .filter(i -> Written.includes(period.apply(all.get(i)), today))
                .min(Comparator.<Integer>comparingInt(i -> rank.applyAsInt(all.get(i)))
                        .thenComparing(i -> begun(period.apply(all.get(i))), Comparator.reverseOrder()))
                .orElse(-1);
    }

    private static LocalDate begun(Period period) {
        return Written.first(period.getStartElement().getValueAsString()).orElse(LocalDate.MIN);
    }

    private static boolean hasText(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** As far as it is known: a year, a month or a day. */
    String birthDate() {
        String at = place + "." + BIRTH_DATE;
        places.put(BIRTH_DATE, at);
        String written = patient.getBirthDateElement().getValueAsString();
        if (written == null) {
            throw BundleRefused.unreadable(at, "The birth date is missing", WHOLE);
        }
        PartialDate date = Optional.of(written)
                .filter(text -> DATE.matcher(text).matches())
                .flatMap(PartialDate::parse)
                .orElseThrow(() -> BundleRefused.unreadable(at, "There is no such birth date", WHOLE));
        if (date.earliest().getYear() < StorableTime.FIRST_YEAR
                || date.earliest().isAfter(today.plusDays(1))) {
            throw BundleRefused.unreadable(at, "Nobody who lives was born on " + written, WHOLE);
        }
        return written;
    }

    Sex sex() {
        return patient.getGender() == null
                ? Sex.UNKNOWN
                : switch (patient.getGender()) {
                    case FEMALE -> Sex.FEMALE;
                    case MALE -> Sex.MALE;
                    case OTHER -> Sex.OTHER;
                    case UNKNOWN, NULL -> Sex.UNKNOWN;
                };
    }

    List<Identifier> identifiers() {
        List<Identifier> taken = new ArrayList<>();
        for (int i = 0; i < patient.getIdentifier().size(); i++) {
            org.hl7.fhir.r4.model.Identifier each = patient.getIdentifier().get(i);
            String at = place + ".identifier[" + i + "]";
            Optional<String> system = BundleText.line(each.getSystem(), at + ".system");
            Optional<String> value = BundleText.line(each.getValue(), at + ".value");
            if (system.isPresent()
                    && value.isPresent()
                    && each.getUse() != IdentifierUse.OLD
                    && Written.includes(each.getPeriod(), today)
                    && isNeeded(each.getType())) {
                places.put("identifiers[" + taken.size() + "]", at + ".value");
                taken.add(new Identifier(system.get(), value.get()));
            }
        }
        places.put("identifiers", place + ".identifier");
        return taken;
    }

    private static boolean isNeeded(CodeableConcept type) {
        return type.getCoding().stream()
                .map(Coding::getCode)
                .noneMatch(code -> code != null && NOT_NEEDED.contains(code));
    }

    /** A telephone number or an e-mail address under this name. */
    @Nullable
    String contact(ContactPointSystem system, String field) {
        int best = best(
                patient.getTelecom(),
                PersonInBundle::rank,
                ContactPoint::getPeriod,
                point -> point.getSystem() == system && hasText(point.getValue()));
        if (best < 0) {
            return null;
        }
        String at = place + ".telecom[" + best + "].value";
        places.put(field, at);
        return BundleText.line(patient.getTelecom().get(best).getValue(), at).orElse(null);
    }

    /** The order that the sender gives comes first; without one, the use. */
    private static int rank(ContactPoint point) {
        int use = point.getUse() == null
                ? 2
                : switch (point.getUse()) {
                    case MOBILE -> 0;
                    case HOME -> 1;
                    case WORK -> 3;
                    case TEMP -> 4;
                    case OLD -> NEVER;
                    case NULL -> 2;
                };
        if (use == NEVER) {
            return NEVER;
        }
        // Ranks of the sender lie below every use, so that 1 comes before all without a rank.
        return point.hasRank() ? Math.min(point.getRank(), UNRANKED) - UNRANKED - 1 : use;
    }

    /** The address in use; parts that are not written are {@code null}. */
    record Residence(
            @Nullable String street,
            @Nullable String city,
            @Nullable String state,
            @Nullable String postalCode,
            @Nullable String country) {}

    Residence residence() {
        int best = best(patient.getAddress(), PersonInBundle::rank, Address::getPeriod, PersonInBundle::usable);
        if (best < 0) {
            return new Residence(null, null, null, null, null);
        }
        String at = place + ".address[" + best + "]";
        Address address = patient.getAddress().get(best);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < address.getLine().size(); i++) {
            BundleText.line(address.getLine().get(i).getValue(), at + ".line[" + i + "]")
                    .ifPresent(lines::add);
        }
        places.put("street", at + (lines.isEmpty() ? ".text" : ".line"));
        String street = lines.isEmpty() && !hasText(address.getCity())
                ? BundleText.line(address.getText(), at + ".text").orElse(null)
                : lines.isEmpty() ? null : String.join(", ", lines);
        return new Residence(
                street,
                part("city", address.getCity(), at + ".city"),
                part("region", address.getState(), at + ".state"),
                part("postalCode", address.getPostalCode(), at + ".postalCode"),
                part("country", address.getCountry(), at + ".country"));
    }

    private @Nullable String part(String field, @Nullable String text, String at) {
        places.put(field, at);
        return BundleText.line(text, at).orElse(null);
    }

    private static boolean usable(Address address) {
        return address.getLine().stream().map(StringType::getValue).anyMatch(PersonInBundle::hasText)
                || hasText(address.getText())
                || hasText(address.getCity())
                || hasText(address.getPostalCode())
                || hasText(address.getState())
                || hasText(address.getCountry());
    }

    private static int rank(Address address) {
        return address.getUse() == null
                ? 1
                : switch (address.getUse()) {
                    case HOME -> 0;
                    case TEMP -> 2;
                    case WORK -> 3;
                    case BILLING -> 4;
                    case OLD -> NEVER;
                    case NULL -> 1;
                };
    }

    /** The preferred language, else the first that is named. */
    @Nullable
    String language() {
        List<Patient.PatientCommunicationComponent> all = patient.getCommunication();
        return all.stream()
                .sorted(Comparator.comparing(
                        each -> each.hasPreferred() && each.getPreferred(), Comparator.reverseOrder()))
                .flatMap(each -> each.getLanguage().getCoding().stream())
                .map(Coding::getCode)
                .filter(code -> code != null && LANGUAGE.matcher(code).matches())
                .findFirst()
                .orElse(null);
    }

    boolean interpreterNeeded() {
        return patient.getExtension().stream().anyMatch(PersonInBundle::asksForInterpreter);
    }

    private static boolean asksForInterpreter(Extension extension) {
        return (INTERPRETER.equals(extension.getUrl())
                        && extension.getValue() instanceof BooleanType needed
                        && needed.hasValue()
                        && needed.booleanValue())
                || (INTERPRETER_US.equals(extension.getUrl())
                        && extension.getValue() instanceof Coding answer
                        && YES.equals(answer.getCode()));
    }
}
