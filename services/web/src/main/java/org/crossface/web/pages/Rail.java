package org.crossface.web.pages;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.crossface.platform.api.Role;

/** The entries of the navigation rail, filtered by the user's role. */
public final class Rail {

    private final List<RailEntry> entries;

    Rail(List<RailEntry> entries) {
        this.entries = entries.stream().sorted(comparingInt(RailEntry::order)).toList();
    }

    /** The rail of this role with the entry of this path marked. */
    List<Item> at(String path, Role role) {
        List<Item> items = new ArrayList<>();
        for (RailEntry entry : entries) {
            if (entry.opens().test(role)) {
                items.add(item(entry, path, items));
            }
        }
        return List.copyOf(items);
    }

    /** The first page of this role; empty if the role may open no page. */
    public Optional<String> start(Role role) {
        return entries.stream()
                .filter(entry -> entry.opens().test(role))
                .map(RailEntry::path)
                .findFirst();
    }

    /** The first letter of the label that opens no entry above. */
    private static String key(String label, List<Item> above) {
        return label.toLowerCase(Locale.ROOT)
                .chars()
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .filter(letter -> above.stream().noneMatch(each -> each.key().equals(letter)))
                .findFirst()
                .orElse("");
    }

    private static Item item(RailEntry entry, String at, List<Item> above) {
        boolean current = at.equals(entry.path()) || at.startsWith(entry.path() + "/");
        return new Item(
                entry.path(),
                entry.icon(),
                entry.label(),
                key(entry.label(), above),
                entry.end(),
                entry.phone(),
                current);
    }

    /**
     * View model of an entry.
     *
     * @param key letter that opens it after a {@code g}
     */
    public record Item(
            String path, String icon, String label, String key, boolean end, boolean phone, boolean current) {}
}
