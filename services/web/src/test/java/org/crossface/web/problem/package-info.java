/** What callers are told when something goes wrong. */
@NullMarked
package org.crossface.web.problem;

import org.jspecify.annotations.NullMarked;
