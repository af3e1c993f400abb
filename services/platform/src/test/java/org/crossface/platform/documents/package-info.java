@NullMarked
package org.crossface.platform.documents;

import org.jspecify.annotations.NullMarked;
