/** Words of therapy and outcome that people choose from. */
@NullMarked
package org.crossface.pathway.rehabilitation.vocabulary;

import org.jspecify.annotations.NullMarked;
