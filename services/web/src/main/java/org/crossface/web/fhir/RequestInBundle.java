package org.crossface.web.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.web.fhir.ParsedBundle.Placed;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * The request that refers the person of a bundle: active, an order, about this person, not forbidden, not an order for a laboratory or for imaging, not
 * replaced by another. A bundle that has requests, none of which is such, refers nobody.
 */
final class RequestInBundle {

    private static final Set<ServiceRequestIntent> ORDERS = Set.of(
            ServiceRequestIntent.DIRECTIVE,
            ServiceRequestIntent.ORDER,
            ServiceRequestIntent.ORIGINALORDER,
            ServiceRequestIntent.REFLEXORDER,
            ServiceRequestIntent.FILLERORDER,
            ServiceRequestIntent.INSTANCEORDER);

    /** SNOMED CT: patient referral, referral to service, referral to specialist, consultation. */
    private static final Set<String> REFERRALS =
            Set.of("3457005", "306206005", "103696004", "306253008", "183516009", "11429006", "306118006");

    /** SNOMED CT: laboratory procedure, laboratory test, imaging; HL7 sections of diagnostic services. */
    private static final Set<String> DIAGNOSTICS =
            Set.of("108252007", "15220000", "363679005", "LAB", "RAD", "laboratory", "imaging");

    private static final List<String> REFERRAL_WORDS = List.of("referral", "refer to", "consult");
    private static final List<String> DIAGNOSTIC_WORDS = List.of("laborator", "imaging", "radiolog", "blood test");
    private static final Set<String> NOT_SO = Set.of("entered-in-error", "refuted");

    /** Codes that a referral keeps; the document holds the others. */
    private static final int MOST_CODES = 20;

    private static final String SERVICE_REQUEST = "Send one active order about the person of the bundle";

    private final ParsedBundle bundle;
    private final Placed<Patient> patient;
    private final Set<String> words;
    private final Set<String> identifiers;

    RequestInBundle(ParsedBundle bundle, Placed<Patient> patient) {
        this.bundle = bundle;
        this.patient = patient;
        this.words = patient.resource().getName().stream()
                .flatMap(name -> words(name.getNameAsSingleString()).stream())
                .collect(Collectors.toSet());
        this.identifiers = patient.resource().getIdentifier().stream()
                .filter(Identifier::hasValue)
                .map(RequestInBundle::address)
                .collect(Collectors.toSet());
    }

    private static String address(Identifier identifier) {
        return identifier.getSystem() + "|" + identifier.getValue();
    }

    /**
     * The request that is meant; empty for a bundle without any.
     *
     * @throws BundleRefused if the bundle has requests and none or several of them can be meant
     */
    Optional<Placed<ServiceRequest>> meant() {
        List<Placed<ServiceRequest>> all = bundle.all(ServiceRequest.class);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Set<String> replaced = replaced(all);
        List<Objection> objections = new ArrayList<>();
        List<Placed<ServiceRequest>> possible = new ArrayList<>();
        for (Placed<ServiceRequest> each : all) {
            objection(each, replaced).ifPresentOrElse(objections::add, () -> possible.add(each));
        }
        if (possible.isEmpty()) {
            Objection first = objections.getFirst();
            throw BundleRefused.noReferral(first.place(), first.reason(), SERVICE_REQUEST);
        }
        int best = possible.stream().mapToInt(RequestInBundle::likelihood).max().orElseThrow();
        List<Placed<ServiceRequest>> likeliest =
                possible.stream().filter(each -> likelihood(each) == best).toList();
        if (likeliest.size() > 1) {
            throw BundleRefused.noReferral(
                    likeliest.get(1).place(),
                    "The bundle has " + likeliest.size() + " requests of which each may be the referral",
                    "Send one of them, or name the referral by its category or code (SNOMED CT 3457005)");
        }
        return Optional.of(likeliest.getFirst());
    }

    /** Why a request is not the referral. */
    private record Objection(String place, String reason) {}

    private Optional<Objection> objection(Placed<ServiceRequest> placed, Set<String> replaced) {
        ServiceRequest request = placed.resource();
        String at = placed.place();
        if (request.getStatus() != ServiceRequestStatus.ACTIVE) {
            String status = request.getStatus() == null
                    ? "not known"
                    : request.getStatus().toCode();
            return Optional.of(
                    new Objection(at + ".status", "The status of the request is " + status + ", not active"));
        }
        if (request.getIntent() == null || !ORDERS.contains(request.getIntent())) {
            String intent = request.getIntent() == null
                    ? "not known"
                    : request.getIntent().toCode();
            return Optional.of(
                    new Objection(at + ".intent", "The intent of the request is " + intent + ", not an order"));
        }
        if (request.hasDoNotPerform() && request.getDoNotPerform()) {
            return Optional.of(new Objection(at + ".doNotPerform", "The request says that it must not be performed"));
        }
        if (!isThePatient(request.getSubject(), placed)) {
            return Optional.of(new Objection(at + ".subject", "The request is not about the person of the bundle"));
        }
        if (replaced.contains(at)) {
            return Optional.of(new Objection(at, "Another request of the bundle replaces this one"));
        }
        if (isDiagnostic(request)) {
            return Optional.of(
                    new Objection(at + ".category", "The request is an order for a laboratory or for imaging"));
        }
        return Optional.empty();
    }

    /** 2 for what is named a referral, 1 for what is not named, 0 for what is named otherwise. */
    private static int likelihood(Placed<ServiceRequest> placed) {
        ServiceRequest request = placed.resource();
        if (concepts(request).anyMatch(each -> says(each, REFERRALS, REFERRAL_WORDS))) {
            return 2;
        }
        return request.hasCode() || request.hasCategory() ? 0 : 1;
    }

    private static boolean isDiagnostic(ServiceRequest request) {
        return request.getCategory().stream().anyMatch(each -> says(each, DIAGNOSTICS, DIAGNOSTIC_WORDS));
    }

    private static Stream<CodeableConcept> concepts(ServiceRequest request) {
        return Stream.concat(request.getCategory().stream(), Stream.of(request.getCode()));
    }

    private static boolean says(CodeableConcept concept, Set<String> codes, List<String> words) {
        return concept.getCoding().stream().anyMatch(each -> each.getCode() != null && codes.contains(each.getCode()))
                || Stream.concat(
                                Stream.ofNullable(concept.getText()),
                                concept.getCoding().stream().map(Coding::getDisplay))
                        .filter(each -> each != null)
                        .map(each -> each.toLowerCase(Locale.ROOT))
                        .anyMatch(each -> words.stream().anyMatch(each::contains));
    }

    /** Places of the requests that another active one replaces. */
    private Set<String> replaced(List<Placed<ServiceRequest>> all) {
        Set<String> places = new HashSet<>();
        for (Placed<ServiceRequest> each : all) {
            if (each.resource().getStatus() == ServiceRequestStatus.ACTIVE) {
                each.resource().getReplaces().stream()
                        .flatMap(reference -> bundle.find(reference, each).stream())
                        .filter(found -> !found.place().equals(each.place()))
                        .forEach(found -> places.add(found.place()));
            }
        }
        return places;
    }

    /** A reference that leads to another resource, or nowhere, is about somebody else; so is a name of which no word is the person's. */
    private boolean isThePatient(Reference subject, Placed<?> from) {
        if (subject.hasReference()) {
            return bundle.find(subject, from)
                    .filter(found -> found.place().equals(patient.place()))
                    .isPresent();
        }
        if (subject.getIdentifier().hasValue()) {
            return identifiers.contains(address(subject.getIdentifier()));
        }
        return words(subject.getDisplay()).stream().anyMatch(words::contains);
    }

    private static Set<String> words(@Nullable String text) {
        return text == null
                ? Set.of()
                : Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toSet());
    }

    /**
     * All reasons of a request, each once.
     *
     * @param place of the first
     */
    record Reasons(String text, String place, List<String> codes) {}

    Optional<Reasons> reasons(Placed<ServiceRequest> placed) {
        Map<String, String> found = new LinkedHashMap<>();
        Set<String> coded = new LinkedHashSet<>();
        List<CodeableConcept> codes = placed.resource().getReasonCode();
        for (int i = 0; i < codes.size(); i++) {
            String at = placed.place() + ".reasonCode[" + i + "]";
            String part = codes.get(i).hasText() ? at + ".text" : at + ".coding";
            words(codes.get(i), at).ifPresent(text -> found.putIfAbsent(text, part));
            coded.addAll(codes(codes.get(i), at));
        }
        List<Reference> references = placed.resource().getReasonReference();
        for (int i = 0; i < references.size(); i++) {
            String at = placed.place() + ".reasonReference[" + i + "]";
            Reference reference = references.get(i);
            Optional<Placed<Resource>> target = bundle.find(reference, placed);
            if (target.isPresent()) {
                Placed<Resource> cause = target.get();
                Optional<CodeableConcept> concept = concept(cause);
                concept.flatMap(each -> words(each, cause.place() + ".code"))
                        .ifPresent(text -> found.putIfAbsent(text, cause.place() + ".code"));
                concept.ifPresent(each -> coded.addAll(codes(each, cause.place() + ".code")));
            } else {
                BundleText.lines(reference.getDisplay(), at + ".display")
                        .ifPresent(text -> found.putIfAbsent(text, at + ".display"));
            }
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reasons(
                        String.join("; ", found.keySet()),
                        found.values().iterator().next(),
                        coded.stream().limit(MOST_CODES).toList()));
    }

    /** Each coding of a concept that names its system. */
    private static List<String> codes(CodeableConcept concept, String at) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < concept.getCoding().size(); i++) {
            String place = at + ".coding[" + i + "]";
            Optional<String> system = BundleText.line(concept.getCoding().get(i).getSystem(), place + ".system");
            BundleText.line(concept.getCoding().get(i).getCode(), place + ".code")
                    .ifPresent(code -> system.ifPresent(named -> found.add(named + "|" + code)));
        }
        return found;
    }

    private Optional<CodeableConcept> concept(Placed<Resource> cause) {
        return switch (cause.resource()) {
            case Condition condition
            when isThePatient(condition.getSubject(), cause)
                    && condition.getVerificationStatus().getCoding().stream()
                            .noneMatch(each -> each.getCode() != null && NOT_SO.contains(each.getCode())) ->
                Optional.of(condition.getCode());
            case Observation observation
            when isThePatient(observation.getSubject(), cause)
                    && observation.getStatus() != ObservationStatus.ENTEREDINERROR
                    && observation.getStatus() != ObservationStatus.CANCELLED -> Optional.of(observation.getCode());
            default -> Optional.empty();
        };
    }

    /** The words of a concept: its text, else what a coding shows, else a code. */
    private static Optional<String> words(CodeableConcept concept, String at) {
        Optional<String> text = BundleText.lines(concept.getText(), at + ".text");
        if (text.isPresent()) {
            return text;
        }
        for (int i = 0; i < concept.getCoding().size(); i++) {
            Optional<String> shown =
                    BundleText.lines(concept.getCoding().get(i).getDisplay(), at + ".coding[" + i + "].display");
            if (shown.isPresent()) {
                return shown;
            }
        }
        return concept.getCoding().isEmpty()
                ? Optional.empty()
                : BundleText.line(concept.getCoding().getFirst().getCode(), at + ".coding[0].code");
    }

    /**
     * The day on which the request was written, at the surgery centre; empty when it names no day.
     *
     * @throws BundleRefused if there is no such day
     */
    Optional<LocalDate> writtenOn(Placed<ServiceRequest> placed, ZoneId zone) {
        try {
            return Written.day(placed.resource().getAuthoredOnElement().getValueAsString(), zone);
        } catch (DateTimeException e) {
            throw BundleRefused.unreadable(
                    placed.place() + ".authoredOn", "There is no such day", "Give the day on which it was written");
        }
    }

    /** Who asks for it: the name of the resource that is referenced, else what the reference shows. */
    Optional<String> requester(Placed<ServiceRequest> placed) {
        Reference requester = placed.resource().getRequester();
        return bundle.find(requester, placed)
                .flatMap(this::nameOf)
                .or(() -> BundleText.line(requester.getDisplay(), placed.place() + ".requester.display"));
    }

    private Optional<String> nameOf(Placed<Resource> placed) {
        String at = placed.place() + ".name";
        return switch (placed.resource()) {
            case Practitioner practitioner -> nameOf(practitioner.getName(), at);
            case RelatedPerson related -> nameOf(related.getName(), at);
            case Patient self -> nameOf(self.getName(), at);
            case Organization organisation -> BundleText.line(organisation.getName(), at);
            case PractitionerRole role -> {
                String both = Stream.of(role.getPractitioner(), role.getOrganization())
                        .flatMap(each -> bundle
                                .find(each, placed)
                                // A role that names itself would be followed for ever.
                                .filter(found -> !(found.resource() instanceof PractitionerRole))
                                .flatMap(this::nameOf)
                                .or(() -> BundleText.line(each.getDisplay(), placed.place()))
                                .stream())
                        .collect(Collectors.joining(", "));
                yield both.isEmpty() ? Optional.empty() : Optional.of(both);
            }
            default -> Optional.empty();
        };
    }

    private static Optional<String> nameOf(List<HumanName> names, String at) {
        return names.stream()
                .filter(name -> name.getUse() != HumanName.NameUse.OLD && name.getUse() != HumanName.NameUse.MAIDEN)
                .sorted(Comparator.comparing(name -> name.getUse() != HumanName.NameUse.OFFICIAL))
                .flatMap(name -> BundleText.line(
                        name.hasText()
                                ? name.getText()
                                : Stream.concat(
                                                name.getGiven().stream().map(StringType::getValue),
                                                Stream.of(name.getFamily()))
                                        .filter(each -> each != null && !each.isBlank())
                                        .collect(Collectors.joining(" ")),
                        at)
                        .stream())
                .findFirst();
    }
}
