/** Commands and rules of the referral: taking it in, its documents, declining it. */
@NullMarked
package org.crossface.pathway.intake.referral;

import org.jspecify.annotations.NullMarked;
