package org.crossface.server.sites;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Texts that stand in the record of the home site's patients and nowhere else. */
final class Canaries {

    private final Set<String> words;
    private final Set<String> ids;
    private final WordSearch search;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /**
     * @param words what describes a person
     * @param ids identifiers of patients, pathways, cases, facts, documents, charges
     */
    Canaries(Set<String> words, Set<String> ids) {
        this.words = Set.copyOf(words);
        this.ids = Set.copyOf(ids);
        this.search = new WordSearch(
                Stream.concat(words.stream(), ids.stream()).distinct().toList());
    }

    /** The identifiers among them. */
    Set<String> ids() {
        return ids;
    }

    /** Those that the patients' own site has been shown. */
    Set<String> seen() {
        return seen;
    }

    /** Those in an answer that the request did not hold itself. */
    List<String> in(Reply reply, Call call, boolean idsToo) {
        return search.in(reply.whole()).stream()
                .filter(each -> idsToo || words.contains(each))
                .filter(each -> !call.holds(each))
                .toList();
    }

    /** Remembers those that the patients' own site is shown, which proves that they can be told. */
    void see(Reply reply) {
        seen.addAll(search.in(reply.whole()));
    }
}
