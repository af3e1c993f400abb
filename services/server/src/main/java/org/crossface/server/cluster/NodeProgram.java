package org.crossface.server.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that starts a node with the program of this process. */
final class NodeProgram {

    private NodeProgram() {}

    static List<String> command(Class<?> mainClass, String heap, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx" + heap));
        String classPath = System.getProperty("java.class.path");
        if (isInExecutableJar(mainClass)) {
            command.addAll(List.of("-jar", classPath));
        } else {
            command.addAll(List.of("-cp", classPath, mainClass.getName()));
        }
        command.addAll(arguments);
        return command;
    }

    private static boolean isInExecutableJar(Class<?> mainClass) {
        return mainClass
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()
                .startsWith("jar:");
    }
}
