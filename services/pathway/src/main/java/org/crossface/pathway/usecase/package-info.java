/** What a use case is made of: who gives a command, when, and the rules that judge it. */
@NullMarked
package org.crossface.pathway.usecase;

import org.jspecify.annotations.NullMarked;
