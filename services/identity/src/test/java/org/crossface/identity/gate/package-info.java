@NullMarked
package org.crossface.identity.gate;

import org.jspecify.annotations.NullMarked;
