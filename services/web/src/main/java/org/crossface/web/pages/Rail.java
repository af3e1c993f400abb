package org.crossface.web.pages;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.crossface.identity.CurrentActor;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The entries of the navigation rail, filtered by the user's role. */
public final class Rail {

    private static final Logger log = LoggerFactory.getLogger(Rail.class);

    private final List<RailEntry> entries;

    Rail(List<RailEntry> entries) {
        this.entries = entries.stream().sorted(comparingInt(RailEntry::order)).toList();
    }

    /** The rail of this user with the entry of this path marked. */
    List<Item> at(String path, CurrentActor actor) {
        List<Item> items = new ArrayList<>();
        for (RailEntry entry : entries) {
            if (entry.opens().test(actor.role())) {
                items.add(item(entry, path, waiting(entry, actor), items));
            }
        }
        return List.copyOf(items);
    }

    /** None while PostgreSQL is away: the page that says so has a rail too. */
    private static int waiting(RailEntry entry, CurrentActor actor) {
        try {
            return entry.waiting().applyAsInt(actor);
        } catch (DataAccessException e) {
            log.debug("The number at {} could not be read", entry.path(), e);
            return 0;
        }
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

    private static Item item(RailEntry entry, String at, int waiting, List<Item> above) {
        boolean current = at.equals(entry.path()) || at.startsWith(entry.path() + "/");
        return new Item(
                entry.path(),
                entry.icon(),
                entry.label(),
                key(entry.label(), above),
                entry.end(),
                entry.phone(),
                current,
                entry.counts(),
                waiting);
    }

    /**
     * View model of an entry.
     *
     * @param key letter that opens it after a {@code g}
     * @param counts where {@code waiting} is fetched anew; {@code null} for an entry without a number
     * @param waiting how many things wait on the page for the user; 0 for none
     */
    public record Item(
            String path,
            String icon,
            String label,
            String key,
            boolean end,
            boolean phone,
            boolean current,
            @Nullable String counts,
            int waiting) {}
}
