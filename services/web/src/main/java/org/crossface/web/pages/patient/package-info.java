/** The page of one patient's pathway and the forms that go with it. */
@NullMarked
package org.crossface.web.pages.patient;

import org.jspecify.annotations.NullMarked;
