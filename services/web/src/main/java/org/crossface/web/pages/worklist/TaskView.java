package org.crossface.web.pages.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * View model of one task.
 *
 * @param id of its element, so that the focus stays where it is when the list is fetched anew
 * @param tone of the chip, such as {@code late}
 * @param icon of the chip
 * @param chip in words, such as {@code 2 d late}
 * @param when in words, such as {@code due 9 Oct}
 * @param detail who was told, and who has it in hand; empty for nothing
 * @param owner whose it is, in words
 * @param main what is opened by a click on the task
 * @param more further forms
 * @param task how commands name it
 * @param version number of the newest event that the row knows, for a command in one click
 * @param claim where the task is taken on in one click; {@code null} when the user may not
 * @param release where it is given back in one click; {@code null} when the user does not have it
 * @param attempt where an attempt to reach the patient is recorded in one click; {@code null} when it is no contact or not the user's to make
 * @param snooze form; {@code null} when the user may not, like the two after it
 */
public record TaskView(
        String id,
        String pathwayId,
        String patient,
        String number,
        String label,
        String tone,
        String icon,
        String chip,
        String when,
        String detail,
        String owner,
        Link main,
        List<Link> more,
        String task,
        String key,
        long version,
        @Nullable String claim,
        @Nullable String release,
        @Nullable String attempt,
        @Nullable String snooze,
        @Nullable String reassign,
        @Nullable String acknowledge) {

    /**
     * Something that can be opened.
     *
     * @param words on the button
     * @param title what it is in full
     */
    public record Link(String words, String title, String address) {}
}
