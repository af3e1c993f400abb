package org.crossface.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page needs for its frame; in every model as {@code shell}.
 *
 * @param theme {@code light}, {@code dark} or empty to follow the system
 * @param live whether the page listens to the live stream
 * @param person who is signed in; {@code null} when nobody is
 * @param rail the pages to go to
 * @param position what the views had reached before the page was made
 * @param filling how much of the store the views hold, in percent, while they are filled after a start; {@code null} otherwise
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
