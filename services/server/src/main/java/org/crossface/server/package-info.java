@NullMarked
package org.crossface.server;

import org.jspecify.annotations.NullMarked;
