package org.crossface.server.sites;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds which of many words a text contains, in any case, in one pass: thousands of pages are searched for a hundred words each. */
final class WordSearch {

    private static final int SHORTEST = 4;

    private final Map<String, List<String>> byStart = new HashMap<>();
    private final BitSet starts = new BitSet();

    /** @throws IllegalArgumentException if a word has less than four characters */
    WordSearch(Collection<String> words) {
        for (String word : words) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (lower.length() < SHORTEST) {
                throw new IllegalArgumentException("Too short to be found: " + word);
            }
            starts.set(hash(lower, 0));
            byStart.computeIfAbsent(lower.substring(0, SHORTEST), start -> new ArrayList<>())
                    .add(word);
        }
    }

    /** Of the first characters, in 16 bits. */
    private static int hash(String text, int at) {
        return (text.charAt(at) ^ text.charAt(at + 1) << 3 ^ text.charAt(at + 2) << 6 ^ text.charAt(at + 3) << 9)
                & 0xffff;
    }

    /** The words in this text. */
    Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        String lower = text.toLowerCase(Locale.ROOT);
        for (int at = 0; at <= lower.length() - SHORTEST; at++) {
            if (starts.get(hash(lower, at))) {
                for (String word : byStart.getOrDefault(lower.substring(at, at + SHORTEST), List.of())) {
                    if (lower.startsWith(word.toLowerCase(Locale.ROOT), at)) {
                        found.add(word);
                    }
                }
            }
        }
        return found;
    }
}
