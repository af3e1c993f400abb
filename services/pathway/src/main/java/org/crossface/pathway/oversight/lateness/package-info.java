/** What is recorded because time has passed and nobody did what had to be done. */
@NullMarked
package org.crossface.pathway.oversight.lateness;

import org.jspecify.annotations.NullMarked;
