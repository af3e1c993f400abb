@NullMarked
package org.crossface.identity;

import org.jspecify.annotations.NullMarked;
