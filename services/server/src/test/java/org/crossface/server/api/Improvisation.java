package org.crossface.server.api;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.FieldKind;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.platform.api.Role;
import org.crossface.server.api.Http.Answer;

/** Tries commands, with values made from their descriptions, until each has been accepted once. */
final class Improvisation {

    private static final Set<String> GIVEN =
            Set.of("occurredAt", "pathwayId", "patientId", "siteId", "practitionerId", "facilityId", "policySetId");

    /** A surgeon may override it with a reason. */
    private static final String OVERRIDABLE = "INV-48";

    private final Clinic clinic;
    private final CommandCatalogue catalogue;
    private final SplittableRandom random;
    private final Map<String, CommandSpec> wanted = new TreeMap<>();
    private final Map<String, Object> known = new HashMap<>(Map.of(
            "zone",
            "America/Los_Angeles",
            "surgeonId",
            Clinic.SURGEON,
            "surgeonIds",
            List.of(Clinic.SURGEON),
            "sha256",
            "ab".repeat(32),
            "physicianId",
            Clinic.SURGEON,
            "payerId",
            "payer-lake",
            "organisationId",
            "org-center",
            "invariantId",
            OVERRIDABLE));

    Improvisation(Clinic clinic, CommandCatalogue catalogue, Set<String> commands, SplittableRandom random) {
        this.clinic = clinic;
        this.catalogue = catalogue;
        this.random = random;
        want(commands);
    }

    /** Wants these too. */
    void want(Set<String> commands) {
        catalogue.ofPathways().stream()
                .filter(spec -> commands.contains(spec.kebabName()))
                .forEach(spec -> wanted.put(spec.kebabName(), spec));
    }

    /** Notes what later commands may name, such as a case or a red flag. */
    void learn(String command, Answer answer) {
        wanted.remove(command);
        for (String name : answer.body().propertyNames()) {
            if (name.endsWith("Id") && !name.equals("streamId")) {
                known.put(name, answer.text(name));
            }
        }
        String fact = answer.body().path("factIds").path(0).asString("");
        if (!fact.isEmpty()) {
            known.put("factId", fact);
            known.put("targetFactId", fact);
            switch (command) {
                case "raise-red-flag" -> known.put("flagId", fact);
                case "record-complication" -> known.put("complicationId", fact);
                default -> {
                    // Nothing else is named by its fact.
                }
            }
        }
        if (known.containsKey("caseId")) {
            known.put("operatingCaseId", known.get("caseId"));
        }
    }

    /** Tries each command that is still wanted and that the server offers now, so many times. */
    void tryAll(String pathwayId, OffsetDateTime now, int times) {
        String address = "/api/pathways/" + pathwayId;
        Map<Role, Set<String>> offered = new EnumMap<>(Role.class);
        for (CommandSpec spec : List.copyOf(wanted.values())) {
            Set<String> offers = offered.computeIfAbsent(role(spec), role -> offers(role, address));
            if (offers.contains(spec.kebabName()) && !endsWhatIsWanted(spec.kebabName())) {
                tryOne(spec, address, now, times);
            }
        }
    }

    private Set<String> offers(Role role, String address) {
        return clinic.http()
                .get(role, address + "/commands")
                .body()
                .valueStream()
                .filter(offer -> offer.path("available").asBoolean())
                .map(offer -> offer.path("command").asString())
                .collect(Collectors.toSet());
    }

    /** What is resolved can no longer be taken over or graded. */
    private boolean endsWhatIsWanted(String command) {
        return switch (command) {
            case "resolve-red-flag" -> wanted.containsKey("acknowledge-red-flag");
            case "resolve-complication" -> wanted.containsKey("regrade-complication");
            default -> false;
        };
    }

    /** Tries one command below this address, until it is accepted or so many times; not before what it has to name is known. */
    void tryOne(CommandSpec spec, String address, OffsetDateTime now, int times) {
        if (spec.fields().stream().anyMatch(this::namesTheUnknown)) {
            return;
        }
        for (int i = 0; i < times; i++) {
            Map<String, Object> body = record(spec.fields(), now);
            body.put("occurredAt", now.toString());
            Answer answer = clinic.http().post(role(spec), address + "/" + spec.kebabName(), body);
            if (answer.status() < 300) {
                learn(spec.kebabName(), answer);
                return;
            }
        }
    }

    private boolean namesTheUnknown(FieldSpec field) {
        return field.required()
                && field.name().endsWith("Id")
                && !GIVEN.contains(field.name())
                && !known.containsKey(field.name());
    }

    private static Role role(CommandSpec spec) {
        return spec.roles().stream()
                .filter(role -> role != Role.SYSTEM)
                .max(Comparator.comparing(role -> role != Role.ADMINISTRATOR))
                .orElse(Role.SURGEON);
    }

    private Map<String, Object> record(List<FieldSpec> fields, OffsetDateTime now) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (FieldSpec field : fields) {
            boolean given = GIVEN.contains(field.name());
            if (!given && (field.required() || random.nextInt(3) == 0)) {
                body.put(field.name(), known.containsKey(field.name()) ? known.get(field.name()) : value(field, now));
            }
        }
        return body;
    }

    private Object value(FieldSpec field, OffsetDateTime now) {
        if (field.kind() == FieldKind.LIST) {
            FieldKind element = Objects.requireNonNullElse(field.element(), FieldKind.TEXT);
            List<Object> list = new ArrayList<>();
            for (int i = 0;
                    i < Math.max(1, field.min() == null ? 1 : field.min().intValue());
                    i++) {
                list.add(element == FieldKind.RECORD ? record(field.fields(), now) : single(field, element, now));
            }
            return list;
        }
        return single(field, field.kind(), now);
    }

    private Object single(FieldSpec field, FieldKind kind, OffsetDateTime now) {
        return switch (kind) {
            case NUMBER, INTEGER -> number(field);
            case TEXT, MULTILINE, LIST -> "Something that somebody wrote";
            case ENUM -> option(field);
            case MULTI_ENUM -> List.of(option(field));
            case BOOLEAN -> random.nextBoolean();
            case DATE -> now.toLocalDate().toString();
            case DATETIME -> now.toString();
            case RECORD -> record(field.fields(), now);
        };
    }

    private Object number(FieldSpec field) {
        double least = field.kind() == FieldKind.LIST || field.min() == null ? 1 : field.min();
        double most = field.kind() == FieldKind.LIST || field.max() == null ? least + 5 : field.max();
        return (long) Math.min(most, Math.ceil(least) + random.nextInt(4));
    }

    private String option(FieldSpec field) {
        return field.options().get(random.nextInt(field.options().size())).value();
    }
}
