package org.crossface.pathway.neurotization;

import org.crossface.pathway.vocabulary.PathwayEvent;

/** A fact about the graft while it regenerates. */
public sealed interface NeurotizationFact extends PathwayEvent
        permits TinelAssessed,
                EmgPerformed,
                NeurotizationConfirmed,
                NeurotizationNotConfirmed,
                NeurotizationWindowLapsed,
                NeurotizationWindowExtended,
                GraftAbandoned {}
