@NullMarked
package org.crossface.identity.tokens;

import org.jspecify.annotations.NullMarked;
