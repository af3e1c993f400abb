package org.crossface.pathway.surgery.vocabulary;

/** What an operation needs beside the room. */
public enum EquipmentKind {
    MICROSCOPE,
    VESSEL_COUPLER,
    IMPLANTABLE_DOPPLER,
    NERVE_STIMULATOR,
    ENDOSCOPE,
    COMPRESSION_DEVICE
}
