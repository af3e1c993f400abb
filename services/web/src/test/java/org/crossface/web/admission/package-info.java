@NullMarked
package org.crossface.web.admission;

import org.jspecify.annotations.NullMarked;
