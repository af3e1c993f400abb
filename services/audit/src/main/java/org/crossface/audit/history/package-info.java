/** The stored form of events, for those who check what is on record. */
@NullMarked
package org.crossface.audit.history;

import org.jspecify.annotations.NullMarked;
