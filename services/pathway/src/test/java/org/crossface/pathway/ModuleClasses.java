package org.crossface.pathway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.platform.api.EventName;

/** Finds the compiled classes of this module, so that a test sees a new one without being told. */
public final class ModuleClasses {

    private ModuleClasses() {}

    /** All classes of the module's main code, by name, from its directory of classes or, in other modules' tests, its jar. */
    public static List<Class<?>> all() {
        Path place = location(CarePathway.class);
        if (Files.isDirectory(place)) {
            return below(place);
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            return below(jar.getPath("/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Class<?>> below(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            List<Class<?>> classes = files.map(root::relativize)
                    .map(Path::toString)
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .sorted()
                    .<Class<?>>map(ModuleClasses::load)
                    .toList();
            if (classes.isEmpty()) {
                throw new IllegalStateException("No classes in " + root);
            }
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All events: records with a logical name. */
    public static List<Class<? extends Record>> events() {
        return all().stream()
                .filter(type -> type.isAnnotationPresent(EventName.class))
                .<Class<? extends Record>>map(type -> type.asSubclass(Record.class))
                .toList();
    }

    /** All commands: records that name the aggregate that they are for. */
    public static List<Class<? extends Record>> commands() {
        return all().stream()
                .filter(Class::isRecord)
                .filter(type -> Stream.of(type.getDeclaredFields())
                        .anyMatch(field -> field.isAnnotationPresent(TargetAggregateIdentifier.class)))
                .<Class<? extends Record>>map(type -> type.asSubclass(Record.class))
                .toList();
    }

    /** Where a class was loaded from. */
    public static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String file) {
        try {
            String name = file.substring(0, file.length() - ".class".length());
            return Class.forName(name.replace('/', '.').replace('\\', '.'), false, CarePathway.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
