@NullMarked
package org.crossface.platform.api.values;

import org.jspecify.annotations.NullMarked;
