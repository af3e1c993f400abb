package org.crossface.platform.schema;

import java.util.regex.Pattern;

/**
 * A PostgreSQL schema that one module owns. Its migrations are found at {@code classpath:db/<name>}; {@link SchemaMigrator} runs them
 * as the owner role before the server's role connects. Declare it as a static {@code @Bean} method of a configuration class, so that it
 * can be built before the data source.
 *
 * @param name name of the schema: lower-case letters and underscores
 */
public record ModuleSchema(String name) implements Comparable<ModuleSchema> {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]*");

    public ModuleSchema {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of a schema: " + name);
        }
    }

    /** Where Flyway finds the migrations. */
    public String location() {
        return "classpath:db/" + name;
    }

    @Override
    public int compareTo(ModuleSchema other) {
        return name.compareTo(other.name);
    }
}
