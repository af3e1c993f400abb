/** The simulator against a stand-in for a server. */
@NullMarked
package org.crossface.simulator;

import org.jspecify.annotations.NullMarked;
