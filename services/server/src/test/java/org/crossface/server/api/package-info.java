/** The API over HTTP against the server as it is wired. */
@NullMarked
package org.crossface.server.api;

import org.jspecify.annotations.NullMarked;
