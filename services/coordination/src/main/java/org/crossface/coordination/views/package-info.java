/** Builds all views of the module from events, in whichever schema it is told. */
@NullMarked
package org.crossface.coordination.views;

import org.jspecify.annotations.NullMarked;
