@NullMarked
package org.crossface.web.api.command;

import org.jspecify.annotations.NullMarked;
