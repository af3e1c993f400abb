/** The page of one patient's pathway and its forms. */
@NullMarked
package org.crossface.web.pages.patient;

import org.jspecify.annotations.NullMarked;
