/** The charges, for those who bill. */
@NullMarked
package org.crossface.web.pages.billing;

import org.jspecify.annotations.NullMarked;
