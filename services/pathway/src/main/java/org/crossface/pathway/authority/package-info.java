/** Who may do what when: the one committed table of commands by role, and what follows from it. */
@NullMarked
package org.crossface.pathway.authority;

import org.jspecify.annotations.NullMarked;
