/** Commands and rules of photographs and videos, and of what they are used for. */
@NullMarked
package org.crossface.pathway.consent.media;

import org.jspecify.annotations.NullMarked;
