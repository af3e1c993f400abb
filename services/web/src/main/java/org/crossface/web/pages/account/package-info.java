/** What a user sets about himself or herself. */
@NullMarked
package org.crossface.web.pages.account;

import org.jspecify.annotations.NullMarked;
