package org.crossface.web.pages.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossface.coordination.board.BoardFilter;
import org.crossface.coordination.board.Lane;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Query parameters of the board: filter, names and layout. Every link of the page is this URL with one parameter changed, so that users
 * can bookmark it.
 *
 * @param q part of a name or number
 * @param due days until the due date; 0 for overdue only
 * @param hold {@code 1} for pathways on hold
 * @param names {@code initials} for a wall display
 * @param layout {@code table} instead of the board
 */
public record BoardAddress(
        @Nullable String q,
        @Nullable String side,
        @Nullable String lane,
        @Nullable Integer due,
        @Nullable String hold,
        @Nullable String surgeon,
        @Nullable String names,
        @Nullable String layout) {

    private static final int MOST_DAYS = 3_650;

    /** The filter parameters; invalid values are ignored. */
    BoardFilter filter() {
        return new BoardFilter(
                blankToNull(q),
                side != null && Set.of("LEFT", "RIGHT", "BILATERAL").contains(side) ? side : null,
                lanes(),
                due == null ? null : Math.clamp(due, 0, MOST_DAYS),
                "1".equals(hold),
                blankToNull(surgeon),
                null);
    }

    private Set<Lane> lanes() {
        return lane == null
                ? Set.of()
                : Arrays.stream(Lane.values())
                        .filter(each -> each.name().equals(lane))
                        .collect(Collectors.toSet());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    public boolean isInitials() {
        return "initials".equals(names);
    }

    public boolean isTable() {
        return "table".equals(layout);
    }

    /** These parameters on another path. */
    public String at(String path) {
        return build(path, Map.of());
    }

    /** The board with one parameter changed; an empty value removes it. */
    public String with(String name, String value) {
        return build("/pathways", Map.of(name, value));
    }

    /** The board without a filter, in the same layout. */
    public String unfiltered() {
        return new BoardAddress(null, null, null, null, null, null, names, layout).at("/pathways");
    }

    /** A ready-made view: only this filter, in the same layout. */
    public String only(String name, String value) {
        return new BoardAddress(null, null, null, null, null, null, names, layout).with(name, value);
    }

    private String build(String path, Map<String, String> changes) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("q", blankToNull(q));
        parameters.put("side", side);
        parameters.put("lane", lane);
        parameters.put("due", due);
        parameters.put("hold", hold);
        parameters.put("surgeon", surgeon);
        parameters.put("names", names);
        parameters.put("layout", layout);
        parameters.putAll(changes);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        List<String> values = new ArrayList<>();
        parameters.forEach((name, value) -> {
            if (value != null && !value.toString().isEmpty()) {
                address.queryParam(name, "{" + name + "}");
                values.add(value.toString());
            }
        });
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }
}
