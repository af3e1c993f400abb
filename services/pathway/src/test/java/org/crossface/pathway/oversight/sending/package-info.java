@NullMarked
package org.crossface.pathway.oversight.sending;

import org.jspecify.annotations.NullMarked;
