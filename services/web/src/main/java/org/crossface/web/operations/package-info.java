/** How the machinery is doing, and what an operator can do about it: a page and its twin in the REST API. */
@NullMarked
package org.crossface.web.operations;

import org.jspecify.annotations.NullMarked;
