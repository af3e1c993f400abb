package org.crossface.platform.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** A JVM to be killed: starts Kafka, prints the broker's pid, and waits for its end. */
final class KafkaStartingProgram {
    private KafkaStartingProgram() {}

    public static void main(String[] arguments) throws Exception {
        KafkaChild kafka = KafkaChild.start(Path.of(arguments[0]), OptionalInt.empty(), List.of());
        System.out.println("broker " + kafka.pid());
        Thread.currentThread().join();
    }
}
