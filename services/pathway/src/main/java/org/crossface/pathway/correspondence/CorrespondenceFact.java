package org.crossface.pathway.correspondence;

import org.crossface.pathway.vocabulary.PathwayEvent;

/** A fact about a message. None holds an address or a text: these are in the outbox only, under the person's key. */
public sealed interface CorrespondenceFact extends PathwayEvent
        permits MessageRequested, MessageDelivered, MessageFailed {}
