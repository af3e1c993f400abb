@NullMarked
package org.crossface.web.api;

import org.jspecify.annotations.NullMarked;
