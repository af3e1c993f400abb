@NullMarked
package org.crossface.web.command;

import org.jspecify.annotations.NullMarked;
