/** Referrals that arrive as FHIR R4 bundles. */
@NullMarked
package org.crossface.web.fhir;

import org.jspecify.annotations.NullMarked;
