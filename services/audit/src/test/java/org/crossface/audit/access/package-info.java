@NullMarked
package org.crossface.audit.access;

import org.jspecify.annotations.NullMarked;
