/** Messages to patients and staff; see the README of the module. */
@NullMarked
package org.crossface.messages;

import org.jspecify.annotations.NullMarked;
