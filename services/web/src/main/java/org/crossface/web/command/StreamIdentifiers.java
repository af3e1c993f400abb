package org.crossface.web.command;

import java.util.function.Supplier;

/** Source of identifiers for new streams. */
@FunctionalInterface
public interface StreamIdentifiers extends Supplier<String> {}
