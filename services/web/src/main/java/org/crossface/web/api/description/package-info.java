/** The description of the API (OpenAPI 3.1), made from the catalogue of commands. */
@NullMarked
package org.crossface.web.api.description;

import org.jspecify.annotations.NullMarked;
