/** The addresses of commands in the API, and its answers to them. */
@NullMarked
package org.crossface.web.api.command;

import org.jspecify.annotations.NullMarked;
