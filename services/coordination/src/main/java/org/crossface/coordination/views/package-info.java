/** Builds all views of the module from events, in the serving schemas or in those of a build. */
@NullMarked
package org.crossface.coordination.views;

import org.jspecify.annotations.NullMarked;
