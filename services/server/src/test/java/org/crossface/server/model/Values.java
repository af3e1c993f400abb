package org.crossface.server.model;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.FieldKind;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.pathway.evaluation.Scale;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.vocabulary.FaceSide;
import org.jspecify.annotations.Nullable;

/**
 * Fills the fields of a command from their declaration: mostly as one that was accepted before had them, moved to the present patient and
 * time, with some drawn anew. Nothing here knows a command or a rule by name.
 */
final class Values {

    private static final int REMEMBERED = 10;
    private static final String LONG_TEXT = "Said and checked again by somebody of the team";
    private static final List<Integer> MINUTES =
            List.of(0, 0, -5, -30, -90, -240, -600, -1_440, -20_160, 30, 240, 1_440, 14_400, 20_160, 28_800, 260_000);
    private static final int AFTER_THE_RUN = 40_000;
    private static final List<Integer> DAYS = List.of(0, 0, -1, -3, -30, -100, -400, -20_000, 1, 7, 14, 30, 90, 400);

    private final SplittableRandom random;
    private final World world;
    private final Map<String, List<Kept>> kept = new TreeMap<>();
    private final Map<String, Integer> turns = new TreeMap<>();

    Values(SplittableRandom random, World world) {
        this.random = random;
        this.world = world;
    }

    /** An accepted body, its times as distances from its own. */
    private record Kept(FaceSide paralysed, Map<String, Object> body) {}

    /** A time, as minutes after the time of the command. */
    private record Minutes(long after) {}

    /** A day, as days after the day of the command. */
    private record Days(long after) {}

    /** Keeps an accepted body for others of its kind. */
    void keep(CommandSpec spec, Map<String, Object> body, FaceSide paralysed) {
        OffsetDateTime at = OffsetDateTime.parse(String.valueOf(body.get("occurredAt")));
        List<Kept> list = kept.computeIfAbsent(spec.name(), name -> new ArrayList<>());
        Kept latest = new Kept(paralysed, away(spec.fields(), body, at));
        if (list.size() < REMEMBERED) {
            list.add(latest);
        } else {
            list.set(random.nextInt(REMEMBERED), latest);
        }
    }

    private static Map<String, Object> away(List<FieldSpec> fields, Map<String, Object> body, OffsetDateTime at) {
        Map<String, Object> distances = new LinkedHashMap<>();
        body.forEach((name, value) -> {
            FieldKind kind = fields.stream()
                    .filter(field -> field.name().equals(name))
                    .map(FieldSpec::kind)
                    .findFirst()
                    .orElse(FieldKind.TEXT);
            distances.put(
                    name,
                    switch (kind) {
                        case DATETIME ->
                            new Minutes(ChronoUnit.MINUTES.between(at, OffsetDateTime.parse(value.toString())));
                        case DATE ->
                            new Days(ChronoUnit.DAYS.between(at.toLocalDate(), LocalDate.parse(value.toString())));
                        default -> value;
                    });
        });
        return distances;
    }

    /**
     * A body for this pathway and time.
     *
     * @param fixed components that are known, such as the case
     * @param odd how many fields are drawn anew, each time others
     */
    Map<String, Object> body(
            CommandSpec spec, @Nullable ModelPathway pathway, OffsetDateTime at, Map<String, Object> fixed, int odd) {
        List<Kept> before = kept.getOrDefault(spec.name(), List.of());
        Map<String, Object> body = before.isEmpty() || random.nextInt(10) == 0
                ? scratch(spec.fields(), pathway, at)
                : here(spec, oneOf(before), pathway, at);
        return drawnAnew(spec, body, pathway, at, fixed, odd);
    }

    /** This body with some fields drawn anew. */
    Map<String, Object> drawnAnew(
            CommandSpec spec,
            Map<String, Object> body,
            @Nullable ModelPathway pathway,
            OffsetDateTime at,
            Map<String, Object> fixed,
            int odd) {
        Map<String, Object> changed = new LinkedHashMap<>(body);
        List<FieldSpec> fields = spec.fields().stream()
                .filter(field -> !field.name().equals("occurredAt"))
                .toList();
        for (int i = 0; i < odd && !fields.isEmpty(); i++) {
            // One field after the other, so that each has its turn soon.
            FieldSpec field = fields.get(turns.merge(spec.name(), 1, Integer::sum) % fields.size());
            if (!field.required() && changed.containsKey(field.name()) && random.nextInt(2) == 0) {
                changed.remove(field.name());
            } else {
                changed.put(field.name(), value(field, pathway, at));
            }
        }
        changed.putAll(fixed);
        changed.put("occurredAt", at.toString());
        return changed;
    }

    private Map<String, Object> here(CommandSpec spec, Kept before, @Nullable ModelPathway pathway, OffsetDateTime at) {
        Map<String, Object> body = new LinkedHashMap<>();
        boolean mirrored = pathway != null && pathway.paralysed != before.paralysed();
        for (FieldSpec field : spec.fields()) {
            Object value = before.body().get(field.name());
            if (value != null) {
                body.put(
                        field.name(),
                        field.refersTo() == null || pathway == null
                                ? moved(field, value, at, mirrored)
                                : value(field, pathway, at));
            }
        }
        return body;
    }

    private static Object moved(FieldSpec field, Object value, OffsetDateTime at, boolean mirrored) {
        return switch (value) {
            case Minutes minutes -> at.plusMinutes(minutes.after()).toString();
            case Days days -> at.toLocalDate().plusDays(days.after()).toString();
            case List<?> list ->
                list.stream().map(each -> moved(field, each, at, mirrored)).toList();
            case Map<?, ?> inside ->
                field.fields().stream()
                        .filter(part -> inside.get(part.name()) != null)
                        .collect(Collectors.toMap(
                                FieldSpec::name,
                                part -> moved(part, Objects.requireNonNull(inside.get(part.name())), at, mirrored)));
            case String text when mirrored && text.equals("LEFT") -> "RIGHT";
            case String text when mirrored && text.equals("RIGHT") -> "LEFT";
            default -> value;
        };
    }

    private Map<String, Object> scratch(List<FieldSpec> fields, @Nullable ModelPathway pathway, OffsetDateTime at) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (FieldSpec field : fields) {
            if (field.required() || random.nextInt(3) == 0) {
                body.put(field.name(), value(field, pathway, at));
            }
        }
        return body;
    }

    private Object value(FieldSpec field, @Nullable ModelPathway pathway, OffsetDateTime at) {
        if (field.name().equals("effectiveFrom")) {
            // Never within the run: what a room holds depends on the turnover that was in force.
            return at.plusDays(oneOf(List.of(AFTER_THE_RUN, AFTER_THE_RUN, AFTER_THE_RUN, -1, 0)))
                    .toString();
        }
        if (field.name().equals("thresholds")) {
            Threshold threshold = oneOf(List.of(Threshold.values()));
            int value = oneOf(
                    List.of(threshold.byDefault(), threshold.lowest(), threshold.highest(), threshold.highest() + 1));
            String name = random.nextInt(10) == 0 ? "noSuchThreshold" : threshold.storedName();
            return List.of(Map.of("name", name, "value", value));
        }
        return switch (field.kind()) {
            case MULTI_ENUM -> options(field);
            case LIST -> list(field, pathway, at);
            default -> single(field, field.kind(), pathway, at);
        };
    }

    private List<Object> options(FieldSpec field) {
        List<Object> chosen = new ArrayList<>();
        field.options().stream().filter(option -> random.nextInt(3) == 0).forEach(option -> chosen.add(option.value()));
        return chosen.isEmpty() && random.nextInt(4) > 0
                ? field.options().stream().<Object>map(FieldSpec.Option::value).toList()
                : chosen;
    }

    private List<Object> list(FieldSpec field, @Nullable ModelPathway pathway, OffsetDateTime at) {
        List<Object> list = new ArrayList<>();
        if (!field.items().isEmpty()) {
            for (Scale.Item item : field.items()) {
                int beyond = random.nextInt(30) == 0 ? 1 : 0;
                list.add(random.nextInt(item.least(), item.most() + 1) + beyond);
            }
            return list;
        }
        FieldKind element = Objects.requireNonNullElse(field.element(), FieldKind.TEXT);
        int size = field.refersTo() == null && random.nextInt(3) == 0 ? 2 : 1;
        for (int i = 0; i < size; i++) {
            list.add(single(field, element, pathway, at));
        }
        return list;
    }

    private Object single(FieldSpec field, FieldKind kind, @Nullable ModelPathway pathway, OffsetDateTime at) {
        return switch (kind) {
            case INTEGER -> (int) number(field, field.kind() == FieldKind.LIST);
            case NUMBER -> number(field, field.kind() == FieldKind.LIST);
            case TEXT, MULTILINE -> text(field, pathway, at);
            case ENUM ->
                field.options().get(random.nextInt(field.options().size())).value();
            case BOOLEAN -> random.nextInt(3) > 0;
            case DATE -> at.toLocalDate().plusDays(oneOf(DAYS)).toString();
            case DATETIME -> at.plusMinutes(oneOf(MINUTES)).toString();
            case RECORD -> scratch(field.fields(), pathway, at);
            case LIST, MULTI_ENUM -> throw new IllegalArgumentException("A list in a list: " + field.name());
        };
    }

    /** In range, at an edge or right beyond it. */
    private double number(FieldSpec field, boolean ofList) {
        Double step = field.step();
        double by = step == null ? 1 : step;
        double least = ofList || field.min() == null ? 0 : Objects.requireNonNull(field.min());
        double most = ofList || field.max() == null ? least + 10 * by : Objects.requireNonNull(field.max());
        long steps = Math.max(1, Math.round(Math.floor((most - least) / by)));
        long at = switch (random.nextInt(24)) {
            case 0 -> -1;
            case 1 -> steps + 1;
            case 2 -> 0;
            case 3 -> steps;
            default -> random.nextLong(steps + 1);
        };
        return Math.round((least + at * by) * 1_000) / 1_000.0;
    }

    private String text(FieldSpec field, @Nullable ModelPathway pathway, OffsetDateTime at) {
        if (field.refersTo() != null) {
            List<String> known = world.named(field.refersTo(), pathway);
            if (known.isEmpty() || random.nextInt(12) == 0) {
                return world.unknown(field.refersTo(), pathway);
            }
            return random.nextInt(3) > 0 ? known.getLast() : oneOf(known);
        }
        return switch (field.name()) {
            case "zone", "timeZone" -> random.nextInt(10) == 0 ? "Mars/Olympus" : World.ZONE.getId();
            case "sha256" -> "ab".repeat(32);
            case "patientId" -> pathway == null ? world.somebody() : pathway.patientId;
            case "policySetId" -> World.POLICIES;
            case "version" -> oneOf(world.versions());
            default -> anyText(field, at);
        };
    }

    /** A text as short as this is a date of which the day or the month may be missing. */
    private static final int PARTIAL_DATE = 10;

    /** Months before the command. */
    private static final List<Integer> MONTHS_AGO = List.of(-3, 2, 5, 8, 14, 20, 30, 60, 400, 1_000);

    private static final Set<String> IDENTIFYING = Set.of("Id", "Ref", "Reference");

    private String partialDate(OffsetDateTime at) {
        LocalDate day = at.toLocalDate().minusMonths(oneOf(MONTHS_AGO));
        return switch (random.nextInt(4)) {
            case 0 -> day.toString();
            case 1 -> String.valueOf(day.getYear());
            case 2 -> day.getYear() + "-02-30";
            default -> day.toString().substring(0, "2020-09".length());
        };
    }

    private String anyText(FieldSpec field, OffsetDateTime at) {
        if (IDENTIFYING.stream().anyMatch(field.name()::endsWith)) {
            return field.name() + "-" + random.nextInt(3);
        }
        double most = Objects.requireNonNullElse(field.max(), 200.0);
        if (most <= PARTIAL_DATE) {
            return partialDate(at);
        }
        String text = switch (random.nextInt(24)) {
            case 0 -> "x";
            case 1 -> " ";
            default -> LONG_TEXT;
        };
        return text.substring(0, (int) Math.min(text.length(), most));
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
