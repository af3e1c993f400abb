@NullMarked
package org.crossface.audit;

import org.jspecify.annotations.NullMarked;
