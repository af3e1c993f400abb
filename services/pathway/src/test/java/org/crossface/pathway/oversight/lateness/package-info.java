@NullMarked
package org.crossface.pathway.oversight.lateness;

import org.jspecify.annotations.NullMarked;
