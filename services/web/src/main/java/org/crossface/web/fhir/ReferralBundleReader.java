package org.crossface.web.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossface.web.documents.Characters;
import org.crossface.web.documents.Deadline;
import org.crossface.web.documents.DocumentLimits;
import org.crossface.web.documents.DocumentRefused;
import org.crossface.web.documents.GuardedJson;
import org.crossface.web.fhir.ParsedBundle.Placed;
import org.crossface.web.fhir.PersonInBundle.Name;
import org.crossface.web.fhir.PersonInBundle.Residence;
import org.crossface.web.fhir.RequestInBundle.Reasons;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import tools.jackson.databind.JsonNode;

/** Turns the bytes of a FHIR R4 bundle into one person and, where there is one, the request that refers the person. */
final class ReferralBundleReader {

    private static final String R4_FORM = "Send a FHIR R4 Bundle in JSON, with every element in its R4 form";

    private final FhirContext fhir;
    private final GuardedJson guard = new GuardedJson(DocumentLimits.FHIR);

    ReferralBundleReader(FhirContext fhir) {
        this.fhir = fhir;
    }

    /** Parses an empty patient at start, because HAPI takes seconds for its first bundle. */
    void warmUp() {
        try {
            parser().parseResource(
                            Bundle.class,
                            "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\"}}]}");
        } catch (DataFormatException e) {
            throw new IllegalStateException("A bundle of one empty patient is a bundle", e);
        }
    }

    /**
     * Reads a bundle.
     *
     * @param received the bundle as it was received
     * @param charset that the sender named, or UTF-8
     * @param today at the surgery centre: of several names and addresses the one in use today is taken
     * @param zone of the surgery centre
     * @throws BundleRefused when it is no FHIR R4 bundle that refers exactly one identifiable person
     */
    ReceivedReferral read(byte[] received, Charset charset, LocalDate today, ZoneId zone, Deadline deadline) {
        ParsedBundle bundle = parsed(received, charset, deadline);
        bundle.requireNoUnknownModifier();
        Placed<Patient> patient = thePatient(bundle);
        PersonInBundle person = new PersonInBundle(patient, today);
        person.requireLivingAndInUse();
        RequestInBundle requests = new RequestInBundle(bundle, patient);
        Name name = person.name();
        String birthDate = person.birthDate();
        Residence home = person.residence();
        Optional<Placed<ServiceRequest>> request = requests.meant();
        Optional<Reasons> reasons = request.flatMap(requests::reasons);
        Map<String, String> places = new HashMap<>();
        request.ifPresent(each -> {
            places.put("referredOn", each.place() + ".authoredOn");
            places.put("referrer", each.place() + ".requester");
        });
        reasons.ifPresent(each -> {
            places.put("reason", each.place());
            places.put("reasonCodes", each.place());
        });
        request.ifPresent(each -> places.put("referredSide", each.place() + ".bodySite"));
        return new ReceivedReferral(
                name.family(),
                name.given(),
                birthDate,
                person.sex(),
                person.identifiers(),
                person.contact(ContactPointSystem.PHONE, "phone"),
                person.contact(ContactPointSystem.EMAIL, "email"),
                home.street(),
                home.city(),
                home.state(),
                home.postalCode(),
                home.country(),
                person.language(),
                person.interpreterNeeded(),
                reasons.map(Reasons::text).orElse(null),
                reasons.map(Reasons::codes).orElse(List.of()),
                request.flatMap(each -> BodySide.of(each.resource().getBodySite()))
                        .orElse(null),
                request.flatMap(requests::requester).orElse(null),
                request.flatMap(each -> requests.writtenOn(each, zone)).orElse(null),
                merged(places, person.places()));
    }

    private static Map<String, String> merged(Map<String, String> one, Map<String, String> other) {
        one.putAll(other);
        return one;
    }

    private ParsedBundle parsed(byte[] received, Charset charset, Deadline deadline) {
        try {
            String text = Characters.of(received, charset);
            JsonNode json = guard.read(text, deadline);
            return new ParsedBundle(parse(AbsentValues.complete(json) ? json.toString() : text, json, deadline), json);
        } catch (DocumentRefused e) {
            if (e.kind() != DocumentRefused.Kind.MALFORMED) {
                throw e;
            }
            throw BundleRefused.unreadable(
                    e.place().isEmpty() ? FaultPlace.inText(String.valueOf(e.getMessage())) : "Bundle." + e.place(),
                    String.valueOf(e.getMessage()),
                    e.remedy());
        }
    }

    private Bundle parse(String text, JsonNode json, Deadline deadline) {
        try {
            return parser().parseResource(Bundle.class, text);
        } catch (DataFormatException e) {
            throw located(e, json, deadline);
        } catch (RuntimeException e) {
            // HAPI throws many exceptions for an invalid bundle, for example for a null entry.
            throw BundleRefused.unreadable("Bundle", "The bundle cannot be read", R4_FORM);
        }
    }

    /** HAPI does not say in which entry it stopped, so the entries are parsed one by one. */
    private BundleRefused located(DataFormatException whole, JsonNode json, Deadline deadline) {
        JsonNode entries = json.path("entry");
        for (int i = 0; i < entries.size() && !deadline.isOver(); i++) {
            JsonNode resource = entries.get(i).path("resource");
            String place = "Bundle.entry[" + i + "].resource";
            try {
                if (resource.isObject()) {
                    parser().parseResource(resource.toString());
                }
            } catch (DataFormatException e) {
                return BundleRefused.unreadable(FaultPlace.of(e, resource, place), FaultPlace.reason(e), R4_FORM);
            } catch (RuntimeException e) {
                return BundleRefused.unreadable(place, "The resource cannot be read", R4_FORM);
            }
        }
        return BundleRefused.unreadable(FaultPlace.of(whole, json, "Bundle"), FaultPlace.reason(whole), R4_FORM);
    }

    private IParser parser() {
        IParser parser = fhir.newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        return parser;
    }

    private static Placed<Patient> thePatient(ParsedBundle bundle) {
        List<Placed<Patient>> found = bundle.all(Patient.class);
        if (found.size() != 1) {
            throw BundleRefused.unreadable(
                    "Bundle.entry",
                    found.isEmpty() ? "The bundle has no Patient" : "The bundle has " + found.size() + " Patients",
                    "Send one bundle per person, with one Patient in it");
        }
        return found.getFirst();
    }
}
