/** Nobody of another site reaches a patient: every operation of the server is sent as everyone who may not. */
@NullMarked
package org.crossface.server.sites;

import org.jspecify.annotations.NullMarked;
