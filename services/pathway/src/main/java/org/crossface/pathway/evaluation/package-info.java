/** P1: the five factors and the baseline. */
@NullMarked
package org.crossface.pathway.evaluation;

import org.jspecify.annotations.NullMarked;
