/** The billing page: charges by state. */
@NullMarked
package org.crossface.web.pages.billing;

import org.jspecify.annotations.NullMarked;
