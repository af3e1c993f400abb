package org.crossface.web.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.crossface.web.documents.Characters;
import org.crossface.web.documents.Deadline;
import org.crossface.web.documents.DocumentLimits;
import org.crossface.web.documents.DocumentRefused;
import org.crossface.web.documents.GuardedJson;
import org.crossface.web.fhir.ReceivedReferral.Identifier;
import org.crossface.web.fhir.ReceivedReferral.Sex;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Reads one person and, where there is one, one service request from a FHIR R4 bundle. */
final class ReferralBundleReader {

    /** Systems of identifiers that a surgery centre does not need; these identifiers stay in the sealed document only (minimum necessary). */
    private static final Set<String> NOT_NEEDED = Set.of("SS", "DL", "PPN");

    private static final String R4_FORM = "Send a FHIR R4 Bundle in JSON, with every element in its R4 form";

    private final FhirContext fhir;
    private final GuardedJson guard = new GuardedJson(DocumentLimits.FHIR);

    ReferralBundleReader(FhirContext fhir) {
        this.fhir = fhir;
    }

    /** Parses an empty patient at start, because HAPI takes seconds for its first bundle. */
    void warmUp() {
        try {
            parse("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\"}}]}");
        } catch (BundleRefused e) {
            throw new IllegalStateException("A bundle of one empty patient is a bundle", e);
        }
    }

    /**
     * Reads a bundle.
     *
     * @param received the bundle as it was received
     * @param charset that the sender named, or UTF-8
     * @throws BundleRefused when it is no FHIR R4 bundle of exactly one identifiable person
     */
    ReceivedReferral read(byte[] received, Charset charset, Deadline deadline) {
        Bundle bundle = parse(guarded(received, charset, deadline));
        int index = indexOfThePatient(bundle);
        String place = "Bundle.entry[" + index + "].resource";
        Patient patient = (Patient) bundle.getEntry().get(index).getResource();
        HumanName name = name(patient, place);
        ServiceRequest request = serviceRequest(bundle);
        Address address = patient.getAddressFirstRep();
        return new ReceivedReferral(
                name.getFamily(),
                givenNames(name),
                birthDate(patient, place),
                sex(patient),
                identifiers(patient),
                contact(patient, ContactPointSystem.PHONE),
                contact(patient, ContactPointSystem.EMAIL),
                address.getLine().isEmpty()
                        ? null
                        : address.getLine().getFirst().getValue(),
                address.getCity(),
                address.getState(),
                address.getPostalCode(),
                language(patient),
                deceasedOn(patient),
                request == null ? null : reason(request),
                request == null ? null : blankToNull(request.getRequester().getDisplay()));
    }

    /** Checks the limits before HAPI parses the text. HAPI has none; for example, it writes a decimal out in full. */
    private String guarded(byte[] received, Charset charset, Deadline deadline) {
        try {
            String text = Characters.of(received, charset);
            guard.read(text, deadline);
            return text;
        } catch (DocumentRefused e) {
            if (e.kind() != DocumentRefused.Kind.MALFORMED) {
                throw e;
            }
            throw new BundleRefused(
                    e.place().isEmpty() ? FaultPlace.inText(String.valueOf(e.getMessage())) : "Bundle." + e.place(),
                    String.valueOf(e.getMessage()),
                    e.remedy());
        }
    }

    private Bundle parse(String json) {
        IParser parser = fhir.newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        try {
            return parser.parseResource(Bundle.class, json);
        } catch (DataFormatException e) {
            throw new BundleRefused(FaultPlace.of(e), FaultPlace.reason(e), R4_FORM);
        } catch (RuntimeException e) {
            // HAPI throws many exceptions for an invalid bundle, for example for a null entry.
            throw new BundleRefused("Bundle", "The bundle cannot be read", R4_FORM);
        }
    }

    private static int indexOfThePatient(Bundle bundle) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            Resource resource = bundle.getEntry().get(i).getResource();
            if (resource instanceof Patient) {
                found.add(i);
            }
        }
        if (found.size() != 1) {
            throw new BundleRefused(
                    "Bundle.entry",
                    found.isEmpty() ? "The bundle has no Patient" : "The bundle has " + found.size() + " Patients",
                    "Send one bundle per person, with one Patient in it");
        }
        return found.getFirst();
    }

    private static HumanName name(Patient patient, String place) {
        HumanName name = patient.getName().stream()
                .filter(candidate -> candidate.getUse() == NameUse.OFFICIAL)
                .findFirst()
                .orElseGet(patient::getNameFirstRep);
        if (name.getFamily() == null || givenNames(name).isEmpty()) {
            throw new BundleRefused(
                    place + ".name", "The person has no family name or no given name", "Give an official name");
        }
        return name;
    }

    /** A given name may hold only an extension with the reason for its absence. */
    private static List<String> givenNames(HumanName name) {
        return name.getGiven().stream()
                .map(StringType::getValue)
                .filter(Objects::nonNull)
                .toList();
    }

    private static LocalDate birthDate(Patient patient, String place) {
        String written = patient.getBirthDateElement().getValueAsString();
        if (written == null || written.length() != "2000-01-31".length()) {
            throw new BundleRefused(
                    place + ".birthDate",
                    written == null ? "The birth date is missing" : "The birth date " + written + " has no day",
                    "Give the birth date as year, month and day");
        }
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            // HAPI accepts 1990-+6-04 as a date.
            throw new BundleRefused(
                    place + ".birthDate", "There is no such birth date", "Give the birth date as year, month and day");
        }
    }

    private static Sex sex(Patient patient) {
        return patient.getGender() == null
                ? Sex.UNKNOWN
                : switch (patient.getGender()) {
                    case FEMALE -> Sex.FEMALE;
                    case MALE -> Sex.MALE;
                    case OTHER -> Sex.OTHER;
                    case UNKNOWN, NULL -> Sex.UNKNOWN;
                };
    }

    private static List<Identifier> identifiers(Patient patient) {
        return patient.getIdentifier().stream()
                .filter(identifier -> identifier.getType().getCoding().stream()
                        .map(Coding::getCode)
                        .filter(Objects::nonNull)
                        .noneMatch(NOT_NEEDED::contains))
                .filter(identifier -> identifier.hasSystem() && identifier.hasValue())
                .map(identifier -> new Identifier(identifier.getSystem(), identifier.getValue()))
                .toList();
    }

    private static @Nullable String contact(Patient patient, ContactPointSystem system) {
        return patient.getTelecom().stream()
                .filter(telecom -> telecom.getSystem() == system)
                .map(telecom -> telecom.getValue())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String language(Patient patient) {
        return blankToNull(patient.getCommunicationFirstRep()
                .getLanguage()
                .getCodingFirstRep()
                .getCode());
    }

    private static @Nullable LocalDate deceasedOn(Patient patient) {
        return patient.hasDeceasedDateTimeType()
                        && patient.getDeceasedDateTimeType().getValue() != null
                ? LocalDate.ofInstant(
                        patient.getDeceasedDateTimeType().getValue().toInstant(), ZoneOffset.UTC)
                : null;
    }

    private static @Nullable ServiceRequest serviceRequest(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(ServiceRequest.class::isInstance)
                .map(ServiceRequest.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String reason(ServiceRequest request) {
        String text = request.getReasonCodeFirstRep().getText();
        return blankToNull(
                text != null
                        ? text
                        : request.getReasonCodeFirstRep().getCodingFirstRep().getDisplay());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
