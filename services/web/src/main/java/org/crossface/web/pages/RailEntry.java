package org.crossface.web.pages;

import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.crossface.identity.CurrentActor;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the navigation rail. Each page declares its own as a bean.
 *
 * @param order smallest first
 * @param icon name of an SVG symbol
 * @param end whether the entry is at the lower end of the rail
 * @param phone whether it is one of the four entries that fit on a phone
 * @param opens whether a role may open the page; other roles do not see the entry
 * @param counts where the number of what waits is fetched anew; {@code null} for an entry without a number
 * @param waiting how many things wait on the page for this user; 0 shows no number
 */
public record RailEntry(
        int order,
        String path,
        String icon,
        String label,
        boolean end,
        boolean phone,
        Predicate<Role> opens,
        @Nullable String counts,
        ToIntFunction<CurrentActor> waiting) {

    /** An entry without a number. */
    public RailEntry(
            int order, String path, String icon, String label, boolean end, boolean phone, Predicate<Role> opens) {
        this(order, path, icon, label, end, phone, opens, null, actor -> 0);
    }
}
