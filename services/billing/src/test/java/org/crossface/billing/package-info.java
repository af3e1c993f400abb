@NullMarked
package org.crossface.billing;

import org.jspecify.annotations.NullMarked;
