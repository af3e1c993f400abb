/** P3: consents, one for each stage and purpose. */
@NullMarked
package org.crossface.pathway.consent;

import org.jspecify.annotations.NullMarked;
