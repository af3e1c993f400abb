@NullMarked
package org.crossface.platform.api;

import org.jspecify.annotations.NullMarked;
