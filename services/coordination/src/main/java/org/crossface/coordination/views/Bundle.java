package org.crossface.coordination.views;

import java.util.List;
import java.util.Optional;

/**
 * Views that one event processor keeps: they advance together, and an event that one of them cannot handle holds back the patient in this
 * bundle only.
 *
 * @param name lower-case letters and underscores
 */
public record Bundle(String name, List<View> views) {

    /** Keeps its own copy of the list. */
    public Bundle {
        views = List.copyOf(views);
    }

    /** Name of its event processor, under which its dead letters stand. */
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
