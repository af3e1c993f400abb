/** What callers are told when something goes wrong. */
@NullMarked
package org.crossface.web.api.problem;

import org.jspecify.annotations.NullMarked;
