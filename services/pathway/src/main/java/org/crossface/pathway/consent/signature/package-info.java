/** Commands and rules of the signature under a consent: obtaining, verifying and revoking it. */
@NullMarked
package org.crossface.pathway.consent.signature;

import org.jspecify.annotations.NullMarked;
