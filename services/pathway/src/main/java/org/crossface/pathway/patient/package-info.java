/** The person: identity, contacts, representative, death; spans pathways. */
@NullMarked
package org.crossface.pathway.patient;

import org.jspecify.annotations.NullMarked;
