package org.crossface.web.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A bundle in which references are followed and each resource knows its place. */
final class ParsedBundle {

    /** What is read of a bundle; a modifier in another resource changes nothing that is read. */
    private static final Set<String> READ = Set.of(
            "Patient",
            "ServiceRequest",
            "Condition",
            "Observation",
            "Practitioner",
            "PractitionerRole",
            "Organization",
            "RelatedPerson");

    private final JsonNode json;
    private final List<Placed<Resource>> entries = new ArrayList<>();
    private final Map<String, Placed<Resource>> byAddress = new HashMap<>();

    ParsedBundle(Bundle bundle, JsonNode json) {
        this.json = json;
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            Bundle.BundleEntryComponent entry = bundle.getEntry().get(i);
            if (entry.getResource() != null) {
                String fullUrl = entry.getFullUrl() == null ? "" : entry.getFullUrl();
                Placed<Resource> placed =
                        new Placed<>(entry.getResource(), "Bundle.entry[" + i + "].resource", fullUrl);
                entries.add(placed);
                if (!fullUrl.isEmpty()) {
                    byAddress.putIfAbsent(fullUrl, placed);
                }
                String id = idOf(placed.resource());
                if (!id.isEmpty()) {
                    byAddress.putIfAbsent(placed.resource().fhirType() + "/" + id, placed);
                }
            }
        }
    }

    /**
     * A resource of the bundle.
     *
     * @param place its FHIRPath
     * @param fullUrl of its entry; empty when there is none
     */
    record Placed<R extends Resource>(R resource, String place, String fullUrl) {}

    /** The resources of a class, in their order. */
    <R extends Resource> List<Placed<R>> all(Class<R> type) {
        return entries.stream()
                .filter(each -> type.isInstance(each.resource()))
                .map(each -> new Placed<>(type.cast(each.resource()), each.place(), each.fullUrl()))
                .toList();
    }

    /** The resource that a reference of this one names: contained in it, or in an entry of the bundle. */
    Optional<Placed<Resource>> find(Reference reference, Placed<?> from) {
        String written = reference.getReference();
        if (written == null || written.isBlank()) {
            return Optional.empty();
        }
        if (written.startsWith("#")) {
            return contained(written.substring(1), from);
        }
        String wanted = withoutVersion(written);
        return Optional.ofNullable(byAddress.get(wanted))
                .or(() -> Optional.ofNullable(byAddress.get(typeAndId(wanted))));
    }

    /** The last two parts of an address, {@code Patient/p1} of {@code https://example.org/fhir/Patient/p1}. */
    private static String typeAndId(String address) {
        int id = address.lastIndexOf('/');
        int type = address.lastIndexOf('/', id - 1);
        return address.substring(type + 1);
    }

    private static Optional<Placed<Resource>> contained(String id, Placed<?> from) {
        if (!(from.resource() instanceof DomainResource owner)) {
            return Optional.empty();
        }
        List<Resource> inside = owner.getContained();
        for (int i = 0; i < inside.size(); i++) {
            if (id.equals(idOf(inside.get(i)))) {
                return Optional.of(new Placed<>(inside.get(i), from.place() + ".contained[" + i + "]", ""));
            }
        }
        return Optional.empty();
    }

    private static String idOf(Resource resource) {
        @Nullable String id = resource.getIdElement().getIdPart();
        return id == null ? "" : id.startsWith("#") ? id.substring(1) : id;
    }

    private static String withoutVersion(String reference) {
        int version = reference.indexOf("/_history/");
        return version < 0 ? reference : reference.substring(0, version);
    }

    /**
     * Refuses a bundle with a modifier that is not understood: a modifier may turn what it stands in into its opposite (FHIR R4, 2.4.1.2).
     *
     * @throws BundleRefused with the path and the address of the modifier
     */
    void requireNoUnknownModifier() {
        refuseImplicitRules(json, "Bundle");
        refuseModifier(json.path("modifierExtension"), "Bundle");
        JsonNode all = json.path("entry");
        for (int i = 0; i < all.size(); i++) {
            String place = "Bundle.entry[" + i + "]";
            refuseModifier(all.get(i).path("modifierExtension"), place);
            JsonNode resource = all.get(i).path("resource");
            if (READ.contains(resource.path("resourceType").asString(""))) {
                refuseImplicitRules(resource, place + ".resource");
                refuseModifiersIn(resource, place + ".resource");
            }
        }
    }

    private static void refuseModifiersIn(JsonNode node, String path) {
        refuseModifier(node.path("modifierExtension"), path);
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                refuseModifiersIn(node.get(i), path + "[" + i + "]");
            }
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            refuseModifiersIn(field.getValue(), path + "." + field.getKey());
        }
    }

    private static void refuseModifier(JsonNode modifiers, String path) {
        if (modifiers.isMissingNode() || (modifiers.isArray() && modifiers.isEmpty())) {
            return;
        }
        String url = modifiers.path(0).path("url").asString("");
        throw BundleRefused.noReferral(
                path + ".modifierExtension[0]",
                "The modifier extension " + BundleText.quoted(url)
                        + " is not known here; it may change the meaning of all around it",
                "Send the referral without it, or by telephone");
    }

    private static void refuseImplicitRules(JsonNode resource, String path) {
        if (resource.has("implicitRules")) {
            throw BundleRefused.noReferral(
                    path + ".implicitRules",
                    "The resource follows rules that are not known here",
                    "Send it without implicitRules");
        }
    }
}
