/** The stored form of events, for auditors. */
@NullMarked
package org.crossface.audit.history;

import org.jspecify.annotations.NullMarked;
