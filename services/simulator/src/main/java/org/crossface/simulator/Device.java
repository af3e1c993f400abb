package org.crossface.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * A device of the surgery centre.
 *
 * @param kind code of the API
 */
record Device(String id, String kind, String name) {

    private static final List<Device> FOR_TRANSFERS = List.of(
            new Device("vessel-coupler-1", "VESSEL_COUPLER", "Vessel coupler 1"),
            new Device("doppler-monitor-1", "IMPLANTABLE_DOPPLER", "Doppler monitor 1"),
            new Device("compression-device-1", "COMPRESSION_DEVICE", "Compression device 1"));

    /** All of them. */
    static List<Device> all() {
        List<Device> all = new ArrayList<>(FOR_TRANSFERS);
        World.ROOMS.forEach(room -> all.addAll(of(room)));
        return all;
    }

    /** Those that stand in a room, such as {@code OR-2}. */
    private static List<Device> of(String room) {
        String number = room.substring(room.length() - 1);
        return List.of(
                new Device("microscope-" + number, "MICROSCOPE", "Microscope " + number),
                new Device("nerve-stimulator-" + number, "NERVE_STIMULATOR", "Nerve stimulator " + number));
    }

    /** What an operation in this room needs. */
    static List<String> needed(String room, boolean transfer) {
        List<Device> needed = new ArrayList<>(of(room));
        if (transfer) {
            needed.addAll(FOR_TRANSFERS);
        }
        return needed.stream().map(Device::id).toList();
    }
}
