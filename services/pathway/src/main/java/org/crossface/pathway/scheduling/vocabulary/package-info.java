/** Words of scheduling and readiness that people choose from. */
@NullMarked
package org.crossface.pathway.scheduling.vocabulary;

import org.jspecify.annotations.NullMarked;
