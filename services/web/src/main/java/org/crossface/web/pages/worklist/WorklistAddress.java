package org.crossface.web.pages.worklist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.crossface.coordination.worklist.Section;
import org.crossface.coordination.worklist.WorklistFilter;
import org.crossface.identity.CurrentActor;
import org.crossface.pathway.followup.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Query parameters of the worklist. Every link of the page is this address with one parameter changed. Invalid values are ignored.
 *
 * @param whose {@code mine} for what the user has taken on, {@code all} for everybody's, otherwise what is of the user's role
 * @param section only this part of the list
 * @param kind such as {@code CONTACT}
 * @param surgeon identifier
 * @param start key behind which the page begins
 */
public record WorklistAddress(
        @Nullable String whose,
        @Nullable String section,
        @Nullable String kind,
        @Nullable String surgeon,
        @Nullable String start) {

    /** What the user has taken on or was given. */
    static final String MINE = "mine";

    /** Of every role. */
    static final String ALL = "all";

    /** Whose tasks are shown: {@code mine}, {@code all} or {@code role}. */
    public String shown() {
        return MINE.equals(whose) || ALL.equals(whose) ? Objects.requireNonNull(whose) : "role";
    }

    /** The tasks of one of the tabs. */
    WorklistFilter filter(String tab, CurrentActor actor) {
        return new WorklistFilter(
                        tab.equals(MINE) ? actor.id() : null,
                        tab.equals(MINE) || tab.equals(ALL) ? null : actor.role(),
                        false,
                        null,
                        blankToNull(surgeon),
                        null,
                        one(kind, Kind.values()),
                        null)
                .within(actor.siteFilter());
    }

    /** The one section that is shown; {@code null} for all. */
    @Nullable
    Section part() {
        return one(section, Section.values());
    }

    private static <E extends Enum<E>> @Nullable E one(@Nullable String name, E[] values) {
        return Arrays.stream(values)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** This address with one parameter changed, from its first page on; an empty value removes it. */
    public String with(String name, String value) {
        return build(Map.of("start", "", name, value));
    }

    /** The page behind this key. */
    public String behind(String key) {
        return build(Map.of("start", key));
    }

    /** This address. */
    public String here() {
        return build(Map.of());
    }

    /** Where a form returns to: the first page, since keys are no part of an address that is passed on. */
    public String back() {
        return build(Map.of("start", ""));
    }

    private String build(Map<String, String> changes) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("whose", whose);
        parameters.put("section", section);
        parameters.put("kind", kind);
        parameters.put("surgeon", blankToNull(surgeon));
        parameters.put("start", start);
        parameters.putAll(changes);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(WorklistPage.PATH);
        List<String> values = new ArrayList<>();
        parameters.forEach((name, value) -> {
            if (Optional.ofNullable(value).filter(text -> !text.isEmpty()).isPresent()) {
                address.queryParam(name, "{" + name + "}");
                values.add(value);
            }
        });
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }
}
