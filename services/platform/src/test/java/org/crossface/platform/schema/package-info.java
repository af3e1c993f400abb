@NullMarked
package org.crossface.platform.schema;

import org.jspecify.annotations.NullMarked;
