@NullMarked
package org.crossface.audit.refusals;

import org.jspecify.annotations.NullMarked;
