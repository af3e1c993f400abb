package org.crossface.web.api.paging;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crossface.web.problem.RequestFault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * The part of a list that a request asks for. A list has one order, which later entries do not change for earlier ones, and each entry has an
 * identifier. A page begins behind the identifier {@code start}, so an entry that is added meanwhile is neither skipped nor repeated. The address
 * of the next page is in the header {@code Link} (RFC 8288); the last page has none.
 *
 * @param start identifier of the last entry of the page before; {@code null} for the first page
 * @param limit greatest number of entries
 */
public record Page(@Nullable String start, int limit) {

    /** Parameter: identifier of the last entry of the page before. */
    public static final String START = "start";

    /** Parameter: greatest number of entries. */
    public static final String LIMIT = "limit";

    /** The number of entries when the request names none. */
    public static final int USUAL = 100;

    /** The greatest number of entries that a request may name. */
    public static final int MOST = 500;

    /** Longer than every identifier. */
    private static final int LONGEST_START = 200;

    /**
     * The page that the parameters ask for.
     *
     * @throws RequestFault 400 if the limit or the start is out of range
     */
    public static Page of(@Nullable String start, @Nullable Integer limit) {
        int wanted = limit == null ? USUAL : limit;
        if (wanted < 1 || wanted > MOST) {
            throw RequestFault.badField(LIMIT, LIMIT + " is " + wanted, "Give 1 to " + MOST);
        }
        if (start != null && (start.isBlank() || start.length() > LONGEST_START)) {
            throw RequestFault.badField(
                    START,
                    START + " is not the identifier of an entry",
                    "Give the identifier of the last entry of the page before, or leave " + START + " out");
        }
        return new Page(start, wanted);
    }

    /** The number of rows to read: one more tells whether another page follows. */
    public int rows() {
        return limit + 1;
    }

    /**
     * The entries of one page.
     *
     * @param next where the next page starts; {@code null} when this is the last one
     */
    public record Part<T>(List<T> entries, @Nullable String next) {

        public Part {
            entries = List.copyOf(entries);
        }

        /** The same page with other entries in their places. */
        public <N> Part<N> map(Function<T, N> entry) {
            return new Part<>(entries.stream().map(entry).toList(), next);
        }

        /** What all entries name, such as their patients. */
        public Set<String> each(Function<T, ? extends Collection<String>> named) {
            return entries.stream().map(named).flatMap(Collection::stream).collect(Collectors.toSet());
        }

        /** The answer, with the address of the next page in its header. */
        public ResponseEntity<List<T>> answer(HttpServletRequest request) {
            return answer(request, entries);
        }

        /** An answer that holds this page among other things, with the address of the next page in its header. */
        public <B> ResponseEntity<B> answer(HttpServletRequest request, B body) {
            return next == null
                    ? ResponseEntity.ok(body)
                    : ResponseEntity.ok()
                            .header(HttpHeaders.LINK, "<" + address(request, next) + ">; rel=\"next\"")
                            .body(body);
        }
    }

    /**
     * This page of rows that were read.
     *
     * @param rows up to {@link #rows()} of them, in the order of the list
     * @param id the identifier of a row
     */
    public <T> Part<T> cut(List<T> rows, Function<T, String> id) {
        if (rows.size() <= limit) {
            return new Part<>(rows, null);
        }
        List<T> shown = rows.subList(0, limit);
        return new Part<>(shown, id.apply(shown.getLast()));
    }

    /** This page of a whole list, in the order of the identifiers. */
    public <T> Part<T> of(List<T> all, Function<T, String> id) {
        return cut(
                all.stream()
                        .filter(each -> start == null || id.apply(each).compareTo(start) > 0)
                        .sorted(Comparator.comparing(id))
                        .limit(rows())
                        .toList(),
                id);
    }

    /** The address of the request, with another start. */
    private static String address(HttpServletRequest request, String next) {
        List<String> parameters = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(START)) {
                for (String value : values) {
                    parameters.add(encoded(name) + "=" + encoded(value));
                }
            }
        });
        parameters.add(START + "=" + encoded(next));
        return request.getRequestURI() + "?" + String.join("&", parameters);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
