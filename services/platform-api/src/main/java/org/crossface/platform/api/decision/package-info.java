/** The words in which a decision is given: rules as data, what they say of a command, and the refusal that names every broken one. */
@NullMarked
package org.crossface.platform.api.decision;

import org.jspecify.annotations.NullMarked;
