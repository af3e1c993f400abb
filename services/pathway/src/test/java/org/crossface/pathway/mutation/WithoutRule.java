package org.crossface.pathway.mutation;

import static java.lang.classfile.ClassTransform.transformingMethodBodies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crossface.pathway.usecase.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of the module and of its tests anew, one rule exchanged for one that allows everything. The code that is delivered knows nothing
 * of it.
 */
final class WithoutRule extends URLClassLoader {

    private static final String MODULE = "org.crossface.pathway.";
    private static final ClassDesc SWITCHED_OFF = ClassDesc.of(SwitchedOff.class.getName());
    private static final ClassDesc CONDITION = ClassDesc.of(Condition.class.getName());

    private final Path main;
    private final @Nullable RuleSite rule;

    /**
     * @param main directory of the module's compiled classes
     * @param tests directory of its compiled tests
     * @param rule the rule to switch off; {@code null} for none
     */
    WithoutRule(Path main, Path tests, @Nullable RuleSite rule) throws IOException {
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
        if (rule == null || !name.equals(rule.member().getDeclaringClass().getName())) {
            return super.findClass(name);
        }
        byte[] mutant = mutant(rule);
        return defineClass(name, mutant, 0, mutant.length);
    }

    private byte[] mutant(RuleSite switchedOff) {
        try {
            Path file = main.resolve(
                    switchedOff.member().getDeclaringClass().getName().replace('.', '/') + ".class");
            ClassModel model = ClassFile.of().parse(Files.readAllBytes(file));
            return ClassFile.of()
                    .transformClass(
                            model,
                            switchedOff.member() instanceof Field
                                    ? transformingMethodBodies(
                                            method -> method.methodName().equalsString("<clinit>"),
                                            beforeStoreOf(switchedOff.member().getName()))
                                    : transformingMethodBodies(
                                            method -> method.methodName()
                                                    .equalsString(
                                                            switchedOff.member().getName()),
                                            BEFORE_RETURN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the class initializer, before the constant is stored. */
    private static CodeTransform beforeStoreOf(String constant) {
        return (builder, element) -> {
            if (element instanceof FieldInstruction store
                    && store.opcode() == Opcode.PUTSTATIC
                    && store.name().equalsString(constant)) {
                ClassDesc type = store.typeSymbol();
                builder.invokestatic(SWITCHED_OFF, "of", MethodTypeDesc.of(type, type));
            }
            builder.with(element);
        };
    }

    private static final CodeTransform BEFORE_RETURN = (builder, element) -> {
        if (element instanceof ReturnInstruction) {
            builder.invokestatic(SWITCHED_OFF, "of", MethodTypeDesc.of(CONDITION, CONDITION));
        }
        builder.with(element);
    };
}
