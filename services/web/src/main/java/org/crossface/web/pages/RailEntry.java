package org.crossface.web.pages;

import java.util.function.Predicate;
import org.crossface.platform.api.Role;

/**
 * An entry of the navigation rail. Each page declares its own as a bean.
 *
 * @param order smallest first
 * @param icon name of an SVG symbol
 * @param end whether the entry is at the lower end of the rail
 * @param phone whether it is one of the four entries that fit on a phone
 * @param opens whether a role may open the page; other roles do not see the entry
 */
public record RailEntry(
        int order, String path, String icon, String label, boolean end, boolean phone, Predicate<Role> opens) {}
