/** Facts of therapy and outcome. */
@NullMarked
package org.crossface.pathway.rehabilitation.events;

import org.jspecify.annotations.NullMarked;
