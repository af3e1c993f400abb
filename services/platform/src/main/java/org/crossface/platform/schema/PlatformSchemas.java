package org.crossface.platform.schema;

import java.util.List;

/** The schemas that the platform itself owns. */
public final class PlatformSchemas {

    /** In the order of their migration. */
    public static final List<ModuleSchema> ALL = List.of(
            new ModuleSchema("eventstore"),
            new ModuleSchema("subjectkeys"),
            new ModuleSchema("documents"),
            new ModuleSchema("processing"),
            new ModuleSchema("dispatch"),
            new ModuleSchema("reservations"),
            new ModuleSchema("domain_time"),
            new ModuleSchema("numbers"),
            new ModuleSchema("wakeup"),
            new ModuleSchema("deadlines"));

    private PlatformSchemas() {}
}
