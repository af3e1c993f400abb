/** The aggregate of the policy: proposals and approvals, and the versions that follow from them. */
@NullMarked
package org.crossface.pathway.policy.approval;

import org.jspecify.annotations.NullMarked;
