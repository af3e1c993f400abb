/** What may happen at any time: overrides, holds, withdrawal, corrections. */
@NullMarked
package org.crossface.pathway.oversight;

import org.jspecify.annotations.NullMarked;
