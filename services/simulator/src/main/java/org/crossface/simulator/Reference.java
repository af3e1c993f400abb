package org.crossface.simulator;

/** The surgery centre, its surgeons and the after-care facility, registered once before the first referral. */
final class Reference {

    private final CrossfaceApi api;

    Reference(CrossfaceApi api) {
        this.api = api;
    }

    void register() {
        api.clock();
    }
}
