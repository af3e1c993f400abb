@NullMarked
package org.crossface.web.documents;

import org.jspecify.annotations.NullMarked;
