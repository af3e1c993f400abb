/** Errors as RFC 9457 problem details with a stable code; no stack trace leaves the server. */
@NullMarked
package org.crossface.web.problem;

import org.jspecify.annotations.NullMarked;
