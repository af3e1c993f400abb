package org.crossface.pathway.scheduling.vocabulary;

import org.crossface.pathway.surgery.vocabulary.EquipmentKind;
import org.crossface.platform.api.Harmless;

/**
 * A device as somebody typed it before devices were registered.
 *
 * @param name the device itself where the centre has several, such as {@code Microscope 2}
 */
public record Device(
        EquipmentKind kind, @Harmless("name of a device") String name) {}
