@NullMarked
package org.crossface.pathway;

import org.jspecify.annotations.NullMarked;
