/** Errors as RFC 9457 problem details with a stable code; answers hold no stack trace. */
@NullMarked
package org.crossface.web.problem;

import org.jspecify.annotations.NullMarked;
