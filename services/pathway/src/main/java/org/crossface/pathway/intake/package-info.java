/** P0: the referral that opens a pathway. */
@NullMarked
package org.crossface.pathway.intake;

import org.jspecify.annotations.NullMarked;
