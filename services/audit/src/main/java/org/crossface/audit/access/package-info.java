/** The access log: who read which patients' data, when, in which role and why. */
@NullMarked
package org.crossface.audit.access;

import org.jspecify.annotations.NullMarked;
