/** Words of after-care that people choose from. */
@NullMarked
package org.crossface.pathway.aftercare.vocabulary;

import org.jspecify.annotations.NullMarked;
