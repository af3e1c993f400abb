/** Asking for messages when their time has come, and recording what became of them. */
@NullMarked
package org.crossface.pathway.oversight.sending;

import org.jspecify.annotations.NullMarked;
