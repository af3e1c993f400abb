/** The state of a pathway: the fold of its effective facts, of which each phase owns a part. */
@NullMarked
package org.crossface.pathway.state;

import org.jspecify.annotations.NullMarked;
