@NullMarked
package org.crossface.web.pages;

import org.jspecify.annotations.NullMarked;
