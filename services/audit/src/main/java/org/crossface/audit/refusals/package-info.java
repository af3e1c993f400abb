/** Every refused command, kept although the command's transaction was rolled back. */
@NullMarked
package org.crossface.audit.refusals;

import org.jspecify.annotations.NullMarked;
