/** Every refused command, kept although its transaction was rolled back. */
@NullMarked
package org.crossface.audit.refusals;

import org.jspecify.annotations.NullMarked;
