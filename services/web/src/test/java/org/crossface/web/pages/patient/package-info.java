@NullMarked
package org.crossface.web.pages.patient;

import org.jspecify.annotations.NullMarked;
