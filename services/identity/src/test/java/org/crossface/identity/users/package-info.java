@NullMarked
package org.crossface.identity.users;

import org.jspecify.annotations.NullMarked;
