package org.crossface.web.pages;

import static java.util.Comparator.comparingInt;

import java.util.List;
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
        return entries.stream()
                .filter(entry -> entry.opens().test(role))
                .map(entry -> item(entry, path))
                .toList();
    }

    /** The first page of this role; empty if the role may open no page. */
    public Optional<String> start(Role role) {
        return entries.stream()
                .filter(entry -> entry.opens().test(role))
                .map(RailEntry::path)
                .findFirst();
    }

    private static Item item(RailEntry entry, String at) {
        boolean current = at.equals(entry.path()) || at.startsWith(entry.path() + "/");
        return new Item(entry.path(), entry.icon(), entry.label(), entry.end(), entry.phone(), current);
    }

    /** View model of an entry. */
    public record Item(String path, String icon, String label, boolean end, boolean phone, boolean current) {}
}
