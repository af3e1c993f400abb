package org.crossface.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The surgery centre, its surgeons and the after-care facility, registered once before the first referral. */
final class Reference {

    private static final List<String> BOTH_STAGES = List.of("ONE", "TWO");

    private final Steps steps;

    Reference(Steps steps) {
        this.steps = steps;
    }

    /** Registers all of them, as of this instant. */
    void register(Instant now) {
        String since = now.atOffset(ZoneOffset.UTC).toString();
        register(
                "sites",
                "site-bayview",
                "register-site",
                Map.of(
                        "occurredAt",
                        since,
                        "name",
                        "Bayview Surgical Center",
                        "organisationId",
                        "org-center",
                        "kind",
                        "SURGERY_CENTER",
                        "zone",
                        World.ZONE.getId(),
                        "rooms",
                        World.ROOMS,
                        "privileges",
                        BOTH_STAGES));
        practitioner(since, Staff.SURGEON_FOR_LONG_CASES, "Dr. Ama Osei");
        practitioner(since, Staff.SURGEON_IN_OR_2, "Dr. Pal Varga");
        practitioner(since, Staff.SURGEON_IN_OR_3, "Dr. Lena Meier");
        Device.all().forEach(device -> device(since, device));
        register(
                "facilities",
                "facility-harbor",
                "register-facility",
                Map.of(
                        "occurredAt",
                        since,
                        "name",
                        "Harbor After-care",
                        "zone",
                        World.ZONE.getId(),
                        "beds",
                        6,
                        "flapCapable",
                        true));
    }

    private void practitioner(String since, String id, String name) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("occurredAt", since);
        fields.put("name", name);
        fields.put("organisationId", "org-practice");
        fields.put("privileges", BOTH_STAGES);
        fields.put("privilegedUntil", "2035-12-31");
        register("practitioners", id, "register-practitioner", fields);
    }

    private void device(String since, Device device) {
        register(
                "devices",
                device.id(),
                "register-device",
                Map.of("occurredAt", since, "siteId", "site-bayview", "kind", device.kind(), "name", device.name()));
    }

    private void register(String kind, String id, String command, Map<String, ?> fields) {
        Answer answer = steps.post(Staff.ADMINISTRATOR, "/api/reference/" + kind + "/" + id + "/" + command, fields);
        if (!answer.accepted()) {
            throw new IllegalStateException(id + " could not be registered: " + answer);
        }
    }
}
