/** What follows when a person is erased. */
@NullMarked
package org.crossface.audit.erasure;

import org.jspecify.annotations.NullMarked;
