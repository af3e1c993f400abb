/** What is on record about a pathway, for those who check it. */
@NullMarked
package org.crossface.web.pages.audit;

import org.jspecify.annotations.NullMarked;
