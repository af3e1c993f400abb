package org.crossface.pathway.documents;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.crossface.pathway.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * What only the sources of the domain tell: where a rule is written and what it advises, which events a command handler records, and what is
 * said about an event. They are read with the compiler's own parser.
 */
final class Sources {

    /** Stands for what a text takes from the state or the entry. */
    private static final String OPEN = "…";

    private static final Set<String> REFUSALS = Set.of("refused", "refusedIf", "refusedUntil", "failed", "refusal");

    private final List<Member> members = new ArrayList<>();
    private final Map<Member, List<MethodInvocationTree>> invocations = new HashMap<>();
    private final Map<String, List<Member>> byTitle = new HashMap<>();
    private final Map<String, Set<Member>> byText = new HashMap<>();
    private final Map<String, Member> named = new HashMap<>();
    private final Map<String, String> comments = new HashMap<>();

    /**
     * A field or a method.
     *
     * @param type simple name of its class
     * @param file from the folder of the repository
     */
    record Member(String type, String name, Path file, Tree tree) {

        /** Such as {@code ConsentRules.CONSENT_STANDS}. */
        String title() {
            return type + "." + name;
        }
    }

    /**
     * A rule that stands where it is asked, in an aggregate without a list of rules.
     *
     * @param remedies what would satisfy it
     */
    record Inline(String id, String says, List<String> remedies, Member member) {}

    /** Of the module's main code. */
    static Sources ofMain() {
        Sources sources = new Sources();
        Path root = Page.root();
        Path code = root.resolve("services/pathway/src/main/java");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(code);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(all));
            DocTrees comments = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                sources.read(unit, root.relativize(Path.of(unit.getSourceFile().toUri())), comments);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    private void read(CompilationUnitTree unit, Path file, DocTrees docs) {
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void unused) {
                String name = type.getSimpleName().toString();
                DocCommentTree comment = docs.getDocCommentTree(new TreePath(getCurrentPath(), type));
                if (comment != null) {
                    comments.put(name, plain(comment.getFirstSentence().toString()));
                }
                for (Tree member : type.getMembers()) {
                    if (member instanceof VariableTree field) {
                        add(new Member(name, field.getName().toString(), file, field));
                    } else if (member instanceof MethodTree method) {
                        add(new Member(name, method.getName().toString(), file, method));
                    }
                }
                return super.visitClass(type, null);
            }
        }.scan(unit, null);
    }

    private void add(Member member) {
        members.add(member);
        byTitle.computeIfAbsent(member.title(), title -> new ArrayList<>()).add(member);
        if (member.tree() instanceof VariableTree field && field.getInitializer() != null) {
            String text = constant(field.getInitializer());
            if (text != null) {
                named.put(text, member);
            }
        }
        for (MethodInvocationTree call : invocations(member)) {
            for (ExpressionTree argument : call.getArguments()) {
                String text = constant(argument);
                if (text != null) {
                    byText.computeIfAbsent(text, each -> new LinkedHashSet<>()).add(member);
                }
            }
        }
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@(?:code|link) #?([^}]*)}", "`$1`").replaceAll("\\s+", " ");
    }

    /** The first sentence of what is said about a class; empty when nothing is. */
    String about(Class<?> type) {
        return comments.getOrDefault(type.getSimpleName(), "");
    }

    /** Where a rule with this identifier and this sentence is written. */
    List<Member> writing(String id, String says) {
        Set<Member> ofId = byText.getOrDefault(id, Set.of());
        Member constant = named.get(says);
        return ofId.stream()
                .filter(member -> byText.getOrDefault(says, Set.of()).contains(member)
                        || (constant != null
                                && member.type().equals(constant.type())
                                && names(member, constant.name())))
                .toList();
    }

    /** What the rules that are written there advise; the numbers are those of the default policy. */
    List<String> remedies(Member written) {
        Set<String> found = new TreeSet<>();
        collect(written, Map.of(), found, new HashSet<>());
        found.remove(OPEN);
        if (found.isEmpty()) {
            members.stream()
                    .filter(member -> member.type().equals(written.type()) && names(member, written.name()))
                    .forEach(member -> collect(member, Map.of(), found, new HashSet<>()));
        }
        found.remove(OPEN);
        return List.copyOf(found);
    }

    /** @param given what the parameters of a method stand for */
    private void collect(
            Member from, Map<String, List<String>> given, Set<String> found, Set<Map.Entry<Member, ?>> seen) {
        if (!seen.add(Map.entry(from, given))) {
            return;
        }
        for (MethodInvocationTree call : invocations(from)) {
            if (REFUSALS.contains(name(call)) && call.getArguments().size() > 2) {
                found.addAll(texts(call.getArguments().getLast(), from, given));
            } else {
                of(owner(from, call), name(call))
                        .forEach(member -> collect(member, arguments(member, call, from, given), found, seen));
            }
        }
        for (MemberReferenceTree method : references(from)) {
            of(method.getQualifierExpression().toString(), method.getName().toString())
                    .forEach(member -> collect(member, Map.of(), found, seen));
        }
    }

    private Map<String, List<String>> arguments(
            Member called, MethodInvocationTree call, Member from, Map<String, List<String>> given) {
        Map<String, List<String>> arguments = new HashMap<>();
        if (called.tree() instanceof MethodTree method
                && method.getParameters().size() == call.getArguments().size()) {
            for (int i = 0; i < call.getArguments().size(); i++) {
                arguments.put(
                        method.getParameters().get(i).getName().toString(),
                        texts(call.getArguments().get(i), from, given));
            }
        }
        return arguments;
    }

    private static List<MemberReferenceTree> references(Member member) {
        List<MemberReferenceTree> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMemberReference(MemberReferenceTree reference, Void unused) {
                found.add(reference);
                return super.visitMemberReference(reference, null);
            }
        }.scan(member.tree(), null);
        return found;
    }

    /** Rules of the aggregates beside the pathway, and those that stand before any command. */
    List<Inline> inline() {
        List<Inline> all = new ArrayList<>();
        for (Member member : members) {
            for (MethodInvocationTree call : invocations(member)) {
                if (name(call).equals("that") && call.getArguments().size() == 6) {
                    addInline(all, member, call.getArguments(), 1, 3);
                }
            }
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitNewClass(NewClassTree made, Void unused) {
                    if (made.getIdentifier().toString().equals("CommandRefused")
                            && made.getArguments().size() == 6) {
                        addInline(all, member, made.getArguments(), 0, 3);
                    }
                    return super.visitNewClass(made, null);
                }
            }.scan(member.tree(), null);
            addConstant(all, member);
        }
        return all;
    }

    /** A rule that is a constant and that no use case lists, such as that of what another pathway holds. */
    private void addConstant(List<Inline> all, Member member) {
        if (!(member.tree() instanceof VariableTree field) || !"Rule".equals(String.valueOf(field.getType()))) {
            return;
        }
        for (MethodInvocationTree call : invocations(member)) {
            if (call.getMethodSelect().toString().equals("Rule.hard")) {
                String id = String.join("", texts(call.getArguments().getFirst(), member, Map.of()));
                List<String> advice = remediesOfCallsWith(member);
                if (!advice.isEmpty()) {
                    String says = String.join(" / ", texts(call.getArguments().getLast(), member, Map.of()));
                    all.add(new Inline(id, says, advice, member));
                }
            }
        }
    }

    /** What the calls advise that this constant is an argument of, or that are made on it. */
    private List<String> remediesOfCallsWith(Member constant) {
        Set<String> found = new TreeSet<>();
        members.stream().filter(each -> each.type().equals(constant.type())).forEach(from -> {
            for (MethodInvocationTree call : invocations(from)) {
                boolean made = call.getMethodSelect().toString().startsWith(constant.name() + ".");
                boolean given = call.getArguments().stream()
                        .anyMatch(argument -> argument.toString().equals(constant.name()));
                if (REFUSALS.contains(name(call)) && made) {
                    found.addAll(texts(call.getArguments().getLast(), from, Map.of()));
                } else if (given) {
                    of(owner(from, call), name(call))
                            .forEach(member ->
                                    collect(member, arguments(member, call, from, Map.of()), found, new HashSet<>()));
                }
            }
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitNewClass(NewClassTree made, Void unused) {
                    if (made.getIdentifier().toString().equals("BrokenRule")
                            && made.getArguments().getFirst().toString().equals(constant.name())
                            && made.getArguments().getLast() instanceof NewClassTree refused) {
                        found.addAll(texts(refused.getArguments().get(2), from, Map.of()));
                    }
                    return super.visitNewClass(made, null);
                }
            }.scan(from.tree(), null);
        });
        found.remove(OPEN);
        return List.copyOf(found);
    }

    private void addInline(
            List<Inline> all, Member member, List<? extends ExpressionTree> arguments, int id, int sentence) {
        String rule = constant(arguments.get(id));
        if (rule != null) {
            all.add(new Inline(
                    rule,
                    String.join(" / ", texts(arguments.get(sentence), member, Map.of())),
                    texts(arguments.getLast(), member, Map.of()).stream()
                            .filter(text -> !text.equals(OPEN))
                            .toList(),
                    member));
        }
    }

    /** The simple names of what is made when a command of this class is handled, such as events. */
    Set<String> madeFor(Class<?> command) {
        Set<String> made = new LinkedHashSet<>();
        members.stream()
                .filter(member -> member.tree() instanceof MethodTree method && handles(method, command))
                .forEach(member -> make(member, made, new LinkedHashSet<>()));
        return made;
    }

    private static boolean handles(MethodTree method, Class<?> command) {
        return method.getModifiers().getAnnotations().stream()
                        .map(AnnotationTree::getAnnotationType)
                        .anyMatch(type -> type.toString().equals("CommandHandler"))
                && method.getParameters().getFirst().getType().toString().equals(command.getSimpleName());
    }

    private void make(Member from, Set<String> made, Set<Member> seen) {
        if (!seen.add(from)) {
            return;
        }
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitNewClass(NewClassTree each, Void unused) {
                made.add(each.getIdentifier().toString());
                return super.visitNewClass(each, null);
            }
        }.scan(from.tree(), null);
        for (MethodInvocationTree call : invocations(from)) {
            of(owner(from, call), name(call)).forEach(member -> make(member, made, seen));
        }
    }

    /** The class whose method is called: the same one, a named one, or that of a field with command handlers. */
    private String owner(Member from, MethodInvocationTree call) {
        if (call.getMethodSelect() instanceof MemberSelectTree select
                && select.getExpression() instanceof IdentifierTree of) {
            String name = of.getName().toString();
            return Character.isUpperCase(name.charAt(0))
                    ? name
                    : of(from.type(), name).stream()
                            .map(member ->
                                    member.tree() instanceof VariableTree field ? String.valueOf(field.getType()) : "")
                            .filter(type -> type.endsWith("CommandHandler"))
                            .findFirst()
                            .orElse("");
        }
        return call.getMethodSelect() instanceof IdentifierTree ? from.type() : "";
    }

    private List<Member> of(String type, String name) {
        return byTitle.getOrDefault(type + "." + name, List.of());
    }

    private List<MethodInvocationTree> invocations(Member member) {
        return invocations.computeIfAbsent(member, each -> {
            List<MethodInvocationTree> calls = new ArrayList<>();
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                    calls.add(call);
                    return super.visitMethodInvocation(call, null);
                }
            }.scan(each.tree(), null);
            return calls;
        });
    }

    private static boolean names(Member member, String name) {
        boolean[] found = {false};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree identifier, Void unused) {
                found[0] |= identifier.getName().contentEquals(name);
                return null;
            }
        }.scan(member.tree(), null);
        return found[0];
    }

    private static String name(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select
                ? select.getIdentifier().toString()
                : call.getMethodSelect().toString();
    }

    /** The text that an expression always has; {@code null} for any other. */
    private @Nullable String constant(ExpressionTree expression) {
        List<String> texts = texts(expression, null, Map.of());
        return texts.size() == 1 && !texts.getFirst().contains(OPEN) ? texts.getFirst() : null;
    }

    /**
     * The texts that an expression may have, with a sign for what is not known before.
     *
     * @param from where it stands; {@code null} if no method that it calls is looked at
     * @param given what the parameters there stand for
     */
    private List<String> texts(Tree expression, @Nullable Member from, Map<String, List<String>> given) {
        return switch (expression) {
            case LiteralTree literal -> List.of(String.valueOf(literal.getValue()));
            case IdentifierTree name -> named(name.getName().toString(), from, given);
            case ParenthesizedTree inner -> texts(inner.getExpression(), from, given);
            case ConditionalExpressionTree either ->
                each(Stream.of(either.getTrueExpression(), either.getFalseExpression()), from, given);
            case SwitchExpressionTree choice ->
                each(
                        choice.getCases().stream().<Tree>mapMulti((one, body) -> {
                            if (one.getBody() != null) {
                                body.accept(one.getBody());
                            }
                        }),
                        from,
                        given);
            case BinaryTree sum
            when sum.getKind() == Tree.Kind.PLUS ->
                texts(sum.getLeftOperand(), from, given).stream()
                        .flatMap(left -> texts(sum.getRightOperand(), from, given).stream()
                                .map(right -> left + right))
                        .toList();
            case MethodInvocationTree fill
            when name(fill).equals("fill") ->
                texts(fill.getArguments().getFirst(), from, given).stream()
                        .map(text ->
                                text.contains(OPEN) ? text : Policy.defaults().fill(text))
                        .toList();
            case MethodInvocationTree call when from != null -> returned(call, from, given);
            default -> List.of(OPEN);
        };
    }

    /** The text of a parameter or of a constant of the same class. */
    private List<String> named(String name, @Nullable Member from, Map<String, List<String>> given) {
        Stream<Tree> values = from == null || given.containsKey(name)
                ? Stream.empty()
                : of(from.type(), name).stream().mapMulti((member, value) -> {
                    if (member.tree() instanceof VariableTree field && field.getInitializer() != null) {
                        value.accept(field.getInitializer());
                    }
                });
        List<String> texts = each(values, from, given);
        return texts.isEmpty() ? given.getOrDefault(name, List.of(OPEN)) : texts;
    }

    private List<String> each(Stream<? extends Tree> all, @Nullable Member from, Map<String, List<String>> given) {
        return all.flatMap(each -> texts(each, from, given).stream()).toList();
    }

    /** What a method of the same class or of a named one returns. */
    private List<String> returned(MethodInvocationTree call, Member from, Map<String, List<String>> given) {
        List<String> texts = new ArrayList<>();
        for (Member method : of(owner(from, call), name(call))) {
            Map<String, List<String>> arguments = arguments(method, call, from, given);
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitReturn(ReturnTree result, Void unused) {
                    texts.addAll(texts(result.getExpression(), method, arguments));
                    return null;
                }
            }.scan(method.tree(), null);
        }
        return texts.isEmpty() ? List.of(OPEN) : texts;
    }

    /** In the order of the files. */
    static final Comparator<Member> BY_PLACE = Comparator.comparing(Member::title);
}
