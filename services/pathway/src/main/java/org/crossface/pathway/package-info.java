/** The clinical domain. {@link CarePathway} is its aggregate and stands above all other packages, with what Axon hands to its handlers. */
@NullMarked
package org.crossface.pathway;

import org.jspecify.annotations.NullMarked;
