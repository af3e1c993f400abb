@NullMarked
package org.crossface.web;

import org.jspecify.annotations.NullMarked;
