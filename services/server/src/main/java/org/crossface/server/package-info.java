/** The only program of the service: reads the configuration, starts the embedded servers, wires the modules by role. */
@NullMarked
package org.crossface.server;

import org.jspecify.annotations.NullMarked;
