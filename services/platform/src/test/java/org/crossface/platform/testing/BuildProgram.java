package org.crossface.platform.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What Maven and its test JVMs are to {@link TestServers}. {@code BuildProgram build <number> <directory>} starts that many JVMs with {@code
 * BuildProgram test}, each of which says where the servers are that it has got, and ends when its standard input does.
 */
final class BuildProgram {

    private BuildProgram() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("build")) {
            for (Process test : tests(Integer.parseInt(arguments[1]), arguments[2])) {
                test.waitFor();
            }
            return;
        }
        TestServers servers = TestServers.ofThisBuild();
        TestPostgres.emptyDatabase();
        System.out.println("got " + servers.postgresPort() + " " + servers.client() + " " + servers.postmaster());
        int end = System.in.read();
        System.out.println("ends with " + end);
    }

    private static List<Process> tests(int number, String directory) throws IOException {
        List<Process> tests = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            tests.add(new ProcessBuilder(command(directory, "test"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start());
        }
        return tests;
    }

    /**
     * The command of a small JVM that runs this program.
     *
     * @param servers the directory for servers, as the poms name it
     */
    static List<String> command(String servers, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-D" + BuildOfTests.PROPERTY + "=" + servers,
                "-D" + TestServersProgram.PROGRAMS + "=" + System.getProperty(TestServersProgram.PROGRAMS, ""),
                "-cp",
                TestServers.classPath(),
                BuildProgram.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
