package org.crossface.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * View model of the frame of every page; the model attribute {@code shell}.
 *
 * @param theme {@code light}, {@code dark} or empty to follow the system
 * @param live whether the page listens to the live stream
 * @param person the signed-in user; {@code null} without one
 * @param rail the entries of the navigation rail
 * @param position event store position of the views, read before the page's own queries
 * @param filling percentage of the event store that the views have processed while they are filled after a start; otherwise {@code null}
 * @param times formats for the site's zone
 */
public record Shell(
        String theme,
        boolean live,
        @Nullable Person person,
        List<Rail.Item> rail,
        long position,
        @Nullable Integer filling,
        SiteTimes times) {}
