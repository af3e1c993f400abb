/** The identity of patients, as the pages show it. */
@NullMarked
package org.crossface.coordination.patient;

import org.jspecify.annotations.NullMarked;
