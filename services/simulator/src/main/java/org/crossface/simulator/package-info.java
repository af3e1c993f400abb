@NullMarked
package org.crossface.simulator;

import org.jspecify.annotations.NullMarked;
