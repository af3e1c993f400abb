package org.crossface.pathway.scheduling.vocabulary;

import org.crossface.pathway.surgery.vocabulary.EquipmentKind;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Harmless;

/**
 * One device of a surgery centre.
 *
 * @param name the device itself where the centre has several, such as {@code Microscope 2}
 */
public record Device(
        @FormField(label = "Equipment") EquipmentKind kind,

        @FormField(label = "Device", min = 1, max = 60, help = "The device itself, such as Microscope 2")
        @Harmless("name of a device")
        String name) {}
