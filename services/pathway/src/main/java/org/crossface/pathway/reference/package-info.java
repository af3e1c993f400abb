/** Sites, practitioners and after-care facilities that rules ask about. */
@NullMarked
package org.crossface.pathway.reference;

import org.jspecify.annotations.NullMarked;
