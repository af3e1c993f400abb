/** The access log: reads of patients' data with actor, time, role and purpose. */
@NullMarked
package org.crossface.audit.access;

import org.jspecify.annotations.NullMarked;
