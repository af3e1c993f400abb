/** Patient and escort are asked in the last days before an operation whether they come. */
@NullMarked
package org.crossface.pathway.scheduling.confirmation;

import org.jspecify.annotations.NullMarked;
