/** A model of the clinic that sends random commands, and what must hold whatever they come to (ADR 49). */
@NullMarked
package org.crossface.server.model;

import org.jspecify.annotations.NullMarked;
