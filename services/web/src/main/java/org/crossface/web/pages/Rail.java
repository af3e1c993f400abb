package org.crossface.web.pages;

import java.util.List;

/**
 * The pages that the rail leads to, for people who may open them. A new page adds its line here.
 */
final class Rail {

    private static final List<Entry> ENTRIES = List.of(
            new Entry("/today", "calendar-clock", "Today", false, true),
            new Entry("/pathways", "square-kanban", "Pathways", false, true));

    private Rail() {}

    /** The rail with the entry of this path marked. */
    static List<Item> at(String path) {
        return ENTRIES.stream().map(entry -> entry.item(path)).toList();
    }

    /**
     * @param end whether it stands at the lower end
     * @param phone whether it is one of the four that fit on a phone
     */
    private record Entry(String path, String icon, String label, boolean end, boolean phone) {

        Item item(String at) {
            boolean current = at.equals(path) || at.startsWith(path + "/");
            return new Item(path, icon, label, end, phone, current);
        }
    }

    /** An entry as it is drawn. */
    record Item(String path, String icon, String label, boolean end, boolean phone, boolean current) {}
}
