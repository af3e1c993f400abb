/** What every entry has to satisfy, whatever the state: the ranges of its fields. */
@NullMarked
package org.crossface.pathway.requirement;

import org.jspecify.annotations.NullMarked;
