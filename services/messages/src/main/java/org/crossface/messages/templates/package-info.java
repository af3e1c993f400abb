/** The texts of messages, which are files. */
@NullMarked
package org.crossface.messages.templates;

import org.jspecify.annotations.NullMarked;
