@NullMarked
package org.crossface.audit.erasure;

import org.jspecify.annotations.NullMarked;
