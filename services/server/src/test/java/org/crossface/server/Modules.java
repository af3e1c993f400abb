package org.crossface.server;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The classes of all modules, without their tests; read once. */
final class Modules {
    /** The root package of each module on the server's class path. */
    static final List<String> PACKAGES = List.of(
            "org.crossface.platform.api",
            "org.crossface.platform",
            "org.crossface.pathway",
            "org.crossface.coordination",
            "org.crossface.billing.contract",
            "org.crossface.billing",
            "org.crossface.ledger",
            "org.crossface.audit",
            "org.crossface.messages",
            "org.crossface.identity",
            "org.crossface.web",
            "org.crossface.server");

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.crossface");

    private Modules() {}
}
