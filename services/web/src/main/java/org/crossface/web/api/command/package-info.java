/** Commands over HTTP: one way for all of them, after the catalogue. */
@NullMarked
package org.crossface.web.api.command;

import org.jspecify.annotations.NullMarked;
