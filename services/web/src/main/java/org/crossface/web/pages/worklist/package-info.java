/** The worklist: what has to be done for all patients. */
@NullMarked
package org.crossface.web.pages.worklist;

import org.jspecify.annotations.NullMarked;
