/** P5 and P10: the day of surgery, from admission to sign-out, both stages. */
@NullMarked
package org.crossface.pathway.surgery;

import org.jspecify.annotations.NullMarked;
