package org.crossface.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.queryhandling.QueryGateway;
import org.crossface.pathway.patient.PatientEvent;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.processing.ProcessorDefaults;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What the poms cannot say about the modules. */
class WallsTest {
    private static final Pattern SURGICAL =
            Pattern.compile("(?i).*(graft|surg|nerve|neuro|muscle|flap|theat(re|er)|tinel|anesth|gracilis|patient).*");

    /** Where a connection of PostgreSQL or a client of Kafka comes into being; the limits of its waits are set beside it. */
    private static final Set<String> OPENING = Set.of(
            "org.crossface.platform.schema.GuardedSession",
            "org.crossface.platform.embedded.PostgresReadiness",
            "org.crossface.platform.embedded.KafkaChild",
            "org.crossface.billing.relay.KafkaClients");

    /**
     * Who of the views and pages may read single events of a pathway or a patient: the words and the timeline, whose matter is what was
     * recorded and not what holds, and the rows of patients, whose state is folded nowhere else since a person may be erased from it.
     */
    private static final Set<String> READING_EVENTS = Set.of(
            "org.crossface.coordination.story.EventWords",
            "org.crossface.coordination.story.TimelineView",
            // What was done today is a list of facts.
            "org.crossface.coordination.worklist.WorklistView",
            "org.crossface.coordination.patient.PatientView",
            "org.crossface.web.pages.patient.HistoryLine");

    private static final Set<String> VAGUE =
            Set.of("util", "utils", "common", "helper", "helpers", "impl", "dto", "misc");

    @Test
    void everyModuleIsScanned() {
        for (String module : Modules.PACKAGES) {
            assertThat(Modules.CLASSES.stream()
                            .filter(type -> type.getPackageName().startsWith(module)))
                    .as(module)
                    .isNotEmpty();
        }
        assertThat(Modules.CLASSES.contain(WallsTest.class))
                .as("tests are left out")
                .isFalse();
    }

    @Test
    void nobodyOpensAConnectionWithoutLimits() {
        noClasses()
                .that(are(other(OPENING)))
                .should()
                .callCodeUnitWhere(opensAConnection())
                .because("each wait on a database has a limit, and GuardedSession and KafkaClients set it")
                .check(Modules.CLASSES);
        List<String> opening = Modules.CLASSES.stream()
                .filter(type -> type.getCodeUnitCallsFromSelf().stream().anyMatch(opensAConnection()))
                .map(JavaClass::getName)
                .toList();
        assertThat(opening).as("the rule finds those that may").containsExactlyInAnyOrderElementsOf(OPENING);
    }

    private static DescribedPredicate<JavaClass> other(Set<String> names) {
        return DescribedPredicate.describe("other than " + names, type -> !names.contains(type.getName()));
    }

    private static DescribedPredicate<JavaCall<?>> opensAConnection() {
        Set<String> made = Set.of(
                "com.zaxxer.hikari.HikariConfig",
                "org.springframework.jdbc.datasource.DriverManagerDataSource",
                "org.springframework.jdbc.datasource.SimpleDriverDataSource",
                "org.postgresql.ds.PGSimpleDataSource",
                "org.postgresql.ds.PGConnectionPoolDataSource",
                "org.apache.kafka.clients.producer.KafkaProducer",
                "org.apache.kafka.clients.consumer.KafkaConsumer");
        return DescribedPredicate.describe("opens a connection", call -> {
            String owner = call.getTargetOwner().getName();
            String name = call.getName();
            boolean bareFlyway = owner.startsWith("org.flywaydb")
                    && name.equals("dataSource")
                    && call.getTarget().getRawParameterTypes().size() > 1;
            boolean barePool = owner.equals("com.zaxxer.hikari.HikariDataSource")
                    && name.equals("<init>")
                    && call.getTarget().getRawParameterTypes().isEmpty();
            return (owner.equals("java.sql.DriverManager") && name.equals("getConnection"))
                    || (owner.equals("java.sql.Driver") && name.equals("connect"))
                    || (owner.equals("org.postgresql.Driver") && name.equals("connect"))
                    || (owner.equals("org.apache.kafka.clients.admin.Admin") && name.equals("create"))
                    || (name.equals("<init>") && made.contains(owner))
                    || bareFlyway
                    || barePool;
        });
    }

    /** A second model of the patient beside {@code PathwayState} would grow out of the events; it has, and contradicted the rules. */
    @Test
    void viewsAndPagesReadTheStateOfAPathwayAndNotItsEvents() {
        noClasses()
                .that()
                .resideInAnyPackage("org.crossface.coordination..", "org.crossface.web..")
                .and(are(outside(READING_EVENTS)))
                .should()
                .dependOnClassesThat(are(events()))
                .because("what is shown and what decides is one state, with corrections and retractions in it")
                .check(Modules.CLASSES);
        assertThat(READING_EVENTS)
                .as("the rule finds those that may")
                .allSatisfy(name -> assertThat(readsEvents(Modules.CLASSES.get(name)))
                        .as(name)
                        .isTrue());
    }

    @Test
    void thePredicateForReadersOfEventsFindsThem() {
        assertThat(new ClassFileImporter()
                                .importClasses(
                                        CallsAnEvent.class,
                                        AsksForAnEvent.class,
                                        NamesAnEvent.class,
                                        ReadsTheState.class,
                                        StageOneCompleted.class,
                                        PathwayEvent.class,
                                        PathwayState.class)
                                .stream()
                                .filter(type -> type.getName().startsWith(WallsTest.class.getName()))
                                .filter(WallsTest::readsEvents)
                                .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder("CallsAnEvent", "AsksForAnEvent", "NamesAnEvent");
    }

    private static boolean readsEvents(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> events().test(dependency.getTargetClass()));
    }

    private static DescribedPredicate<JavaClass> events() {
        return DescribedPredicate.describe(
                "events of pathways or patients",
                type -> !type.isInterface()
                        && (type.isAssignableTo(PathwayEvent.class) || type.isAssignableTo(PatientEvent.class)));
    }

    private static DescribedPredicate<JavaClass> outside(Set<String> names) {
        return DescribedPredicate.describe(
                "outside of " + names,
                type -> names.stream()
                        .noneMatch(name ->
                                type.getName().equals(name) || type.getName().startsWith(name + "$")));
    }

    /** What the rule above must find. */
    @SuppressWarnings("unused") // only read as byte code
    private static final class CallsAnEvent {

        static Object use(StageOneCompleted fact) {
            return fact.operatedOn();
        }
    }

    /** As above. */
    @SuppressWarnings("unused") // only read as byte code
    private static final class AsksForAnEvent {

        static boolean use(PathwayEvent fact) {
            return fact instanceof StageOneCompleted;
        }
    }

    /** As above. */
    @SuppressWarnings("unused") // only read as byte code
    private static final class NamesAnEvent {

        static Object use() {
            return StageOneCompleted.class;
        }
    }

    /** What it must not find: the state, and events of which nothing is known but that they are some. */
    @SuppressWarnings("unused") // only read as byte code
    private static final class ReadsTheState {

        static Object use(PathwayState state, PathwayEvent fact) {
            return state.evolve(fact).operations().stageOneDate();
        }
    }

    @Test
    void theDomainNeverAsksTheMachineForTimeOrChance() {
        noClasses()
                .that()
                .resideInAPackage("org.crossface.pathway..")
                .should()
                .callMethodWhere(asksTheMachine())
                .because("a decision must come out the same when it is replayed")
                .check(Modules.CLASSES);
    }

    @Test
    void thePredicateForTimeAndChanceFindsThem() {
        assertThat(new ClassFileImporter()
                        .importClasses(AsksTheMachine.class).get(AsksTheMachine.class).getMethodCallsFromSelf().stream()
                                .filter(asksTheMachine()))
                .hasSize(4);
    }

    @Test
    void theDomainKnowsNoTechnology() {
        noClasses()
                .that()
                .resideInAPackage("org.crossface.pathway..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.sql..",
                        "javax.sql..",
                        "org.apache.kafka..",
                        "tools.jackson..",
                        "com.fasterxml.jackson..",
                        "jakarta.servlet..",
                        "java.net.http..")
                .check(Modules.CLASSES);
    }

    @Test
    void theWebTouchesNoTable() {
        noClasses()
                .that()
                .resideInAPackage("org.crossface.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "javax.sql..", "java.sql..", "com.zaxxer.hikari..")
                .because("patient data is read through the gate of identity and the queries of the modules")
                .check(Modules.CLASSES);
    }

    /** Pages and API are two doors; what both need stands before them, such as the entry of commands. */
    @Test
    void pagesAndApiDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("org.crossface.web.pages..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.crossface.web.api..")
                .check(Modules.CLASSES);
        noClasses()
                .that()
                .resideInAPackage("org.crossface.web.api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.crossface.web.pages..")
                .check(Modules.CLASSES);
    }

    /** Whoever read a body or parsed a document beside these would do it without limits. */
    @Test
    void documentsComeInOneWayOnly() {
        noClasses()
                .that()
                .resideInAPackage("org.crossface.web..")
                .and()
                .resideOutsideOfPackage("org.crossface.web.admission..")
                .should()
                .callMethodWhere(readsABody())
                .because("the admission reads the body once, under limits, and leaves it with the request (ReadBody)")
                .check(Modules.CLASSES);
        noClasses()
                .that()
                .resideInAPackage("org.crossface.web..")
                .and()
                .resideOutsideOfPackage("org.crossface.web.documents..")
                .should()
                .callMethodWhere(parsesText())
                .because("GuardedJson limits numbers, depth, entries, characters and time")
                .check(Modules.CLASSES);
        noClasses()
                .that()
                .resideInAPackage("org.crossface..")
                .and()
                .doNotHaveFullyQualifiedName("org.crossface.web.fhir.ReferralBundleReader")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("ca.uhn.fhir.parser.IParser")
                .because("HAPI sees only what the guard has let through")
                .check(Modules.CLASSES);
    }

    @Test
    void thePredicatesForBodiesAndParsersFindThem() {
        List<JavaMethodCall> calls = List.copyOf(new ClassFileImporter()
                .importClasses(ReadsByItself.class)
                .get(ReadsByItself.class)
                .getMethodCallsFromSelf());
        assertThat(calls.stream().filter(readsABody())).hasSize(3);
        assertThat(calls.stream().filter(parsesText())).hasSize(3);
    }

    private static DescribedPredicate<JavaCall<?>> readsABody() {
        return DescribedPredicate.describe(
                "read the body of a request",
                call -> call.getTargetOwner().getName().startsWith("jakarta.servlet.")
                        && Set.of("getInputStream", "getReader", "getParts", "getPart")
                                .contains(call.getName()));
    }

    private static DescribedPredicate<JavaCall<?>> parsesText() {
        return DescribedPredicate.describe("parse JSON", call -> {
            String owner = call.getTargetOwner().getName();
            boolean jackson = owner.startsWith("tools.jackson.") || owner.startsWith("com.fasterxml.jackson.");
            boolean ofTree = call.getTarget().getRawParameterTypes().stream()
                    .anyMatch(parameter -> parameter.getName().endsWith(".JsonNode"));
            return jackson
                    && !ofTree
                    && Set.of("readTree", "readValue", "createParser", "readValues")
                            .contains(call.getName());
        });
    }

    /** What the rules above must find. */
    @SuppressWarnings("unused") // only read as byte code
    private static final class ReadsByItself {

        static Object use(HttpServletRequest request, JsonMapper json) throws IOException, ServletException {
            return List.of(
                    request.getInputStream(),
                    request.getReader(),
                    request.getParts(),
                    json.readTree(""),
                    json.readValue("", String.class),
                    json.createParser(""),
                    json.readerFor(String.class).readValue(json.nullNode()));
        }
    }

    @Test
    void theLedgerKnowsBytesNotMeanings() {
        noClasses()
                .that()
                .resideInAPackage("org.crossface.ledger..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.crossface.pathway..", "org.crossface.coordination..", "org.crossface.billing..")
                .check(Modules.CLASSES);
    }

    @Test
    void thePlatformKnowsNoSurgicalWord() {
        DescribedPredicate<JavaClass> platform = resideInAPackage("org.crossface.platform..")
                .and(DescribedPredicate.not(resideInAPackage("org.crossface.platform.api..")));
        noClasses()
                .that(are(platform))
                .should()
                .haveNameMatching(SURGICAL.pattern())
                .check(Modules.CLASSES);
    }

    /** See docs/silent-traps.md; a processor that subscribes would write in the appender's thread, outside its transaction. */
    @Test
    void nobodyUsesWhatFailsInSilence() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.axonframework.deadline..", "com.github.kagkarlsson..", "reactor..")
                .orShould()
                .callMethodWhere(isOneOf("subscriptionQuery", "usingSubscribingEventProcessors"))
                .orShould()
                .callMethodWhere(
                        isOneOf("registerSubscribingEventProcessor", "registerSubscribingEventProcessorFactory"))
                .check(Modules.CLASSES);
        assertThat(new ClassFileImporter()
                        .importClasses(FailsInSilence.class).get(FailsInSilence.class).getMethodCallsFromSelf().stream()
                                .filter(isOneOf("subscriptionQuery", "usingSubscribingEventProcessors")))
                .hasSize(2);
    }

    /** Axon's own defaults look for a dead node's work only every five seconds; docs/operations.md promises one. */
    @Test
    void everyProcessorIsConfiguredFromTheDefaultsOfThePlatform() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.crossface.platform.processing..")
                .should()
                .callMethodWhere(isOneOf("forSingleThreadedProcessing", "forParallelProcessing"))
                .because("ProcessorDefaults.inBatchesOf sets how soon a node takes over from one that died")
                .check(Modules.CLASSES);
        assertThat(ProcessorDefaults.inBatchesOf(1).getTokenClaimInterval())
                .as("milliseconds")
                .isEqualTo(1_000);
    }

    private static DescribedPredicate<JavaCall<?>> isOneOf(String... methods) {
        return DescribedPredicate.describe(
                "call " + String.join(" or ", methods),
                call -> call.getTargetOwner().getPackageName().startsWith("org.axonframework.")
                        && List.of(methods).contains(call.getName()));
    }

    /** What the rule above must find. */
    @SuppressWarnings("UnusedMethod") // only read as byte code
    private static final class FailsInSilence {

        static void use(QueryGateway queries, EventProcessingConfigurer processing) {
            queries.subscriptionQuery("name", String.class, String.class);
            processing.usingSubscribingEventProcessors();
        }
    }

    @Test
    void theContractOfBillingNeedsNothing() {
        classes()
                .that()
                .resideInAPackage("org.crossface.billing.contract..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.crossface.billing.contract..")
                .check(Modules.CLASSES);
    }

    @Test
    void onlyTheServerAndTheVerifiersArePrograms() {
        methods()
                .that()
                .haveName("main")
                .and()
                .areStatic()
                .and()
                .haveRawParameterTypes(String[].class)
                .should()
                .beDeclaredInClassesThat()
                .resideInAnyPackage("org.crossface.server..", "org.crossface.ledger..")
                .check(Modules.CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "coordination", "billing", "ledger", "audit", "messages", "identity", "web"})
    void thePackagesOfAModuleFormNoCycle(String module) {
        slices().matching("org.crossface." + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(Modules.CLASSES);
    }
    /** Phases hold folders of use cases, so each package is a slice of its own, and the root is one as well. */
    @Test
    void thePackagesOfTheDomainFormNoCycle() {
        packagesFormNoCycle("org.crossface.pathway").check(Modules.CLASSES);
    }

    @Test
    void aCycleOfARootWithAPackageInItIsFound() {
        assertThat(packagesFormNoCycle("java.lang")
                        .evaluate(new ClassFileImporter().importClasses(String.class, MethodHandles.Lookup.class))
                        .hasViolation())
                .isTrue();
    }

    private static ArchRule packagesFormNoCycle(String root) {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        String name = type.getPackageName();
                        return (name + ".").startsWith(root + ".")
                                ? SliceIdentifier.of(name)
                                : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "the packages of " + root;
                    }
                })
                .should()
                .beFreeOfCycles();
    }

    @Test
    void noPackageHasAVagueName() {
        assertThat(packages().stream()
                        .filter(name -> List.of(name.split("\\.", -1)).stream().anyMatch(VAGUE::contains)))
                .isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = Modules.CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();
        assertThat(unmarked).isEmpty();
    }

    @Test
    void theBrokerStaysOutOfTheServer() {
        ClassLoader loader = getClass().getClassLoader();
        for (String broker : List.of(
                "kafka/server/KafkaConfig.class", "scala/Option.class", "org/crossface/kafka/EmbeddedKafka.class")) {
            assertThat(loader.getResource(broker)).as(broker).isNull();
        }
    }

    private static Set<String> packages() {
        return Modules.CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    }

    /** Calls such as {@code Instant.now()} without a clock, random identifiers and system time. */
    private static DescribedPredicate<JavaCall<?>> asksTheMachine() {
        return DescribedPredicate.describe("that ask the machine for time or chance", call -> {
            String owner = call.getTargetOwner().getName();
            String name = call.getName();
            boolean ownNow = owner.startsWith("java.time.")
                    && name.equals("now")
                    && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
            boolean systemClock = owner.equals("java.time.Clock") && name.startsWith("system");
            boolean random = (owner.equals("java.util.UUID") && name.equals("randomUUID"))
                    || (owner.equals("java.lang.Math") && name.equals("random"));
            boolean system = owner.equals("java.lang.System")
                    && Set.of("currentTimeMillis", "nanoTime").contains(name);
            return ownNow || systemClock || random || system;
        });
    }

    /** The negative control of the predicate. */
    @SuppressWarnings("unused")
    private static final class AsksTheMachine {
        Object each(Clock clock) {
            return List.of(
                    Instant.now(),
                    UUID.randomUUID(),
                    System.currentTimeMillis(),
                    Clock.systemUTC(),
                    Instant.now(clock));
        }
    }
}
