/** The page of the policy: its versions, what they change, and the second person's approval. */
@NullMarked
package org.crossface.web.pages.policy;

import org.jspecify.annotations.NullMarked;
