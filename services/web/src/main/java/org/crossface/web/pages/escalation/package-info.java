/** The banner of escalations in the frame of every page. */
@NullMarked
package org.crossface.web.pages.escalation;

import org.jspecify.annotations.NullMarked;
