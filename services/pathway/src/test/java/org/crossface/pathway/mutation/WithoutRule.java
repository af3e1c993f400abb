package org.crossface.pathway.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.crossface.pathway.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of the module and of its tests anew, one rule rewritten to allow everything. The code that is delivered knows nothing
 * of it.
 */
final class WithoutRule extends URLClassLoader {

    private static final String MODULE = "org.crossface.pathway.";

    private final Path main;
    private final @Nullable Method rule;

    /**
     * @param main directory of the module's compiled classes
     * @param tests directory of its compiled tests
     * @param rule the rule to switch off; {@code null} for none
     */
    WithoutRule(Path main, Path tests, @Nullable Method rule) throws IOException {
        super(new URL[] {main.toUri().toURL(), tests.toUri().toURL()}, WithoutRule.class.getClassLoader());
        this.main = main;
        this.rule = rule;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(MODULE)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (rule == null || !name.equals(rule.getDeclaringClass().getName())) {
            return super.findClass(name);
        }
        byte[] mutant = mutant(rule);
        return defineClass(name, mutant, 0, mutant.length);
    }

    private byte[] mutant(Method switchedOff) {
        try {
            Path file = main.resolve(switchedOff.getDeclaringClass().getName().replace('.', '/') + ".class");
            ClassModel model = ClassFile.of().parse(Files.readAllBytes(file));
            return ClassFile.of()
                    .transformClass(
                            model,
                            ClassTransform.transformingMethods(method -> isRule(method, switchedOff), allowing()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the place of the method's code: {@code return Verdict.ALLOWED}. */
    private static MethodTransform allowing() {
        ClassDesc verdict = ClassDesc.of(Verdict.class.getName());
        return (builder, element) -> {
            if (element instanceof CodeModel) {
                builder.withCode(
                        code -> code.getstatic(verdict, "ALLOWED", verdict).areturn());
            } else {
                builder.with(element);
            }
        };
    }

    private static boolean isRule(MethodModel method, Method rule) {
        return method.methodName().equalsString(rule.getName())
                && method.methodTypeSymbol()
                        .parameterList()
                        .equals(Arrays.stream(rule.getParameterTypes())
                                .map(type -> ClassDesc.ofDescriptor(type.descriptorString()))
                                .toList());
    }
}
