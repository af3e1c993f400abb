@NullMarked
package org.crossface.platform.personal;

import org.jspecify.annotations.NullMarked;
