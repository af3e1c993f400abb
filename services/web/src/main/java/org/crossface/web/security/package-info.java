/** Authentication: the two filter chains, the headers of every answer, signing in and out. */
@NullMarked
package org.crossface.web.security;

import org.jspecify.annotations.NullMarked;
