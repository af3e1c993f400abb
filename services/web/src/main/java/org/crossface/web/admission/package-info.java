/**
 * The checks before a request's body is read: sender, role, size and content type. Then the body is read once, within a time limit, and its text is
 * checked.
 */
@NullMarked
package org.crossface.web.admission;

import org.jspecify.annotations.NullMarked;
