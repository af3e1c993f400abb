/** Commands and rules of the growing graft: Tinel, EMG, the confirmation, the window and its end. */
@NullMarked
package org.crossface.pathway.neurotization.growth;

import org.jspecify.annotations.NullMarked;
