package org.crossface.web.pages;

import java.util.function.Predicate;
import org.crossface.platform.api.Role;

/**
 * A page that the rail leads to. Each page declares its own as a bean.
 *
 * @param order smallest first
 * @param icon name of a symbol
 * @param end whether it stands at the lower end
 * @param phone whether it is one of the four that fit on a phone
 * @param opens which roles may open the page; the others do not see the entry
 */
public record RailEntry(
        int order, String path, String icon, String label, boolean end, boolean phone, Predicate<Role> opens) {}
