package org.crossface.coordination.views;

import java.util.List;
import java.util.Optional;

/**
 * Views that one event processor writes. They share a position. An event that one of them cannot handle blocks the patient's events in this
 * bundle only.
 *
 * @param name lower-case letters and underscores
 */
public record Bundle(String name, List<View> views) {

    /** Keeps its own copy of the list. */
    public Bundle {
        views = List.copyOf(views);
    }

    /** Name of its event processor and of its dead-letter queue. */
    public String processor() {
        return "views-" + name;
    }

    /** The view of this name. */
    public Optional<View> view(String view) {
        return views.stream().filter(each -> each.name().equals(view)).findFirst();
    }

    /** The names of its views. */
    public List<String> names() {
        return views.stream().map(View::name).toList();
    }
}
