@NullMarked
package org.crossface.audit.replay;

import org.jspecify.annotations.NullMarked;
