/** Local users with their roles, organisation and site scope. */
@NullMarked
package org.crossface.identity.users;

import org.jspecify.annotations.NullMarked;
