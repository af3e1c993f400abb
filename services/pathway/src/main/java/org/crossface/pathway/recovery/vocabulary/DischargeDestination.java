package org.crossface.pathway.recovery.vocabulary;

/** Where the patient goes. */
public enum DischargeDestination {
    HOME,
    HOME_WITH_NURSE,
    AFTERCARE_FACILITY,
    HOTEL_WITH_CAREGIVER
}
