package org.crossface.web.admission;

import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One row of the table of operations.
 *
 * @param path with variables
 * @param mostBytes limit of the body
 */
record Operation(HttpMethod method, PathPattern path, Access access, Body body, int mostBytes) {}
