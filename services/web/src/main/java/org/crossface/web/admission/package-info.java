/**
 * What every request passes before anything of the server reads its body: who may send it, how large it may be, of what type it is; then
 * the body is read once, in time, and its text is checked.
 */
@NullMarked
package org.crossface.web.admission;

import org.jspecify.annotations.NullMarked;
