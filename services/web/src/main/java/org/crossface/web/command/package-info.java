/** Takes a command from a request to the command bus, for both the pages and the API. */
@NullMarked
package org.crossface.web.command;

import org.jspecify.annotations.NullMarked;
