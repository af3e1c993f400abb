@NullMarked
package org.crossface.messages.templates;

import org.jspecify.annotations.NullMarked;
