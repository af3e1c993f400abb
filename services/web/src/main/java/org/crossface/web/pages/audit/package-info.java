/** The audit page: events, refusals and reads of a pathway. */
@NullMarked
package org.crossface.web.pages.audit;

import org.jspecify.annotations.NullMarked;
