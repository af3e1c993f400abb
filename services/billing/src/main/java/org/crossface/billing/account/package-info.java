/** The charges of one pathway: raised held, released when documented, reversed by a new record, never edited. */
@NullMarked
package org.crossface.billing.account;

import org.jspecify.annotations.NullMarked;
