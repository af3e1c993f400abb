/** The state of event processors and views, with the actions of an operator: a page and the same in the REST API. */
@NullMarked
package org.crossface.web.operations;

import org.jspecify.annotations.NullMarked;
