package org.crossface.server.sites;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Texts that stand in the record of the home site's patients and nowhere else.
 *
 * @param words what describes a person
 * @param ids identifiers of patients, pathways, cases, facts, documents, charges
 */
record Canaries(Set<String> words, Set<String> ids, Set<String> seen) {

    Canaries(Set<String> words, Set<String> ids) {
        this(Set.copyOf(words), Set.copyOf(ids), ConcurrentHashMap.newKeySet());
    }

    /** Those in an answer that the request did not hold itself. */
    List<String> in(Reply reply, Call call, boolean idsToo) {
        String told = reply.whole().toLowerCase(Locale.ROOT);
        Set<String> asked = new TreeSet<>(words);
        if (idsToo) {
            asked.addAll(ids);
        }
        return asked.stream()
                .filter(each -> told.contains(each.toLowerCase(Locale.ROOT)))
                .filter(each -> !call.holds(each))
                .toList();
    }

    /** Remembers those that the patients' own site is shown, which proves that they can be told. */
    void see(Reply reply) {
        String told = reply.whole().toLowerCase(Locale.ROOT);
        Stream.concat(words.stream(), ids.stream())
                .filter(each -> told.contains(each.toLowerCase(Locale.ROOT)))
                .forEach(seen::add);
    }
}
