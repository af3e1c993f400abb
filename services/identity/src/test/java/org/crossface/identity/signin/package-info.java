@NullMarked
package org.crossface.identity.signin;

import org.jspecify.annotations.NullMarked;
