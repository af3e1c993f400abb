package org.crossface.server.sites;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crossface.platform.api.Role;

/**
 * One command of a course.
 *
 * @param time at the surgery centre, such as {@code 2025-01-14 08:00}
 */
record Step(String time, Role role, String command, Map<String, Object> fields) {

    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    static Step of(String time, Role role, String command, Object... fields) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            named.put((String) fields[i], fields[i + 1]);
        }
        return new Step(time, role, command, named);
    }

    static OffsetDateTime at(String time) {
        return LocalDate.parse(time.substring(0, 10))
                .atTime(LocalTime.parse(time.substring(11)))
                .atZone(ZONE)
                .toOffsetDateTime();
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>(fields);
        body.put("occurredAt", at(time).toString());
        return body;
    }
}
