package org.crossface.server.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.crossface.identity.users.DemoUsers;
import org.crossface.identity.users.User;
import org.crossface.pathway.CircumstancesResolver;
import org.crossface.pathway.authority.Availability;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.RuleBook;
import org.crossface.pathway.authority.UseCases;
import org.crossface.pathway.intake.referral.ReceiveReferralDocument;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.pathway.oversight.correction.CorrectRecord;
import org.crossface.pathway.oversight.correction.DecideContradiction;
import org.crossface.pathway.oversight.correction.RetractRecord;
import org.crossface.pathway.oversight.countersignature.ConfirmAsSecond;
import org.crossface.pathway.oversight.interruption.OverrideRule;
import org.crossface.pathway.patient.registration.CorrectBirthDate;
import org.crossface.pathway.patient.registration.EraseSubject;
import org.crossface.pathway.patient.registration.LinkPersons;
import org.crossface.pathway.patient.registration.RegisterPatient;
import org.crossface.pathway.patient.registration.UnlinkPersons;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.policy.approval.ApprovePolicy;
import org.crossface.pathway.policy.approval.ProposePolicy;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.scheduling.readiness.ReserveAftercare;
import org.crossface.pathway.story.Step;
import org.crossface.pathway.story.WrittenStory;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Recording;
import org.crossface.pathway.usecase.Situation;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.RuleClass;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.documents.DocumentVault;
import org.crossface.platform.time.DomainClock;
import org.crossface.server.api.Http;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Many patients go their ways at once under one clock. Each follows the textbook story for a part of it that the seed decides; before each step, and after the part,
 * come commands that the model thinks of: what is offered now, what is locked, a step with a value drawn anew, corrections and retractions,
 * another role, another centre, an impossible time. What has not refused or been recorded yet is tried first.
 */
final class ModelRun {

    private static final int LIVE = 9;
    private static final int CHECK_EVERY = 500;
    private static final int OFTEN = 5;
    private static final Set<String> OFTEN_TOLD = Set.of("CheckFlap", "RecordTherapySession", "ReportHomeAdherence");

    private static final String STORYS_COLLEAGUE = "surgeon-lind";
    private static final String COLLEAGUE = "surgeon-varga";

    /** Commands after which a story does not go on as it is told; seldom given to a patient who still follows it. */
    private static final Set<String> TURNING = Set.of(
            "AbandonGraft",
            "AttestExternalStage",
            "CancelSurgery",
            "CharacteriseParalysis",
            "CompletePathway",
            "ConfirmFlapCompromise",
            "ConfirmHealthySide",
            "CorrectLaterality",
            "CorrectRecord",
            "DecideCandidacy",
            "DeclareLostToFollowUp",
            "DeclareNeurotizationNotConfirmed",
            "DeclareNonFunctioningTransfer",
            "DeclineReferral",
            "DischargePatient",
            "DiscontinueProcedure",
            "ExemptEscort",
            "LapseNeurotizationWindow",
            "ObtainConsent",
            "PutOnHold",
            "RecordFlapLoss",
            "RecordLeftAgainstMedicalAdvice",
            "RecordPatientDeath",
            "RecordTransfer",
            "RecordWithdrawal",
            "ReportNeverEvent",
            "RescheduleSurgery",
            "ReserveAftercare",
            "RetractRecord",
            "ReturnToTheatre",
            "RevisePlan",
            "RevokeConsent",
            "ScheduleSurgery",
            "SelectPlan",
            "StartExtendedRecovery",
            "StopRehabilitationEarly",
            "TransferCare",
            "WithdrawEscort");

    /** Commands after which little can be done. */
    private static final Set<String> ENDING = Set.of(
            "AbandonGraft",
            "CompletePathway",
            "DeclareLostToFollowUp",
            "DeclineReferral",
            "PutOnHold",
            "RecordFlapLoss",
            "RecordPatientDeath",
            "RecordWithdrawal",
            "ReportNeverEvent",
            "TransferCare");

    private final long seed;
    private final int commands;
    private final SplittableRandom random;
    private final World world;
    private final Values values;
    private final Coverage coverage;
    private final Checks checks;
    private final Entry entry;
    private final SetClock clock;
    private final DomainClock shown;
    private final DocumentVault documents;
    private final Policies policies;
    private final CommandCatalogue catalogue;
    private final List<CommandSpec> steps;
    private final List<CommandSpec> office;
    private final PriorityQueue<Turn> turns =
            new PriorityQueue<>(Comparator.comparing(Turn::at).thenComparingInt(Turn::number));
    private final Set<String> wrong = new LinkedHashSet<>();
    private final Walks walks = new Walks();

    /** Walks that did not go as they are told, each with its first step that did not. */
    private final Map<String, String> astray = new TreeMap<>();

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private int scheduled;
    private int sent;
    private int accepted;
    private int ofModel;
    private int acceptedOfModel;
    private int byHttp;
    private int opened;
    private int persons;
    private int kept;
    private LocalDate lastStageOne;
    private String lastRoom = World.ROOMS.getFirst();

    /** When somebody does something next: a pathway, or the office where persons, places and policies are kept. */
    private record Turn(Instant at, int number, Optional<ModelPathway> pathway) {}

    ModelRun(ApplicationContext context, Http http, long seed, int commands, Set<String> rules) {
        this.seed = seed;
        this.commands = commands;
        this.random = new SplittableRandom(seed);
        this.world = new World(random.split());
        this.values = new Values(random.split(), world);
        this.checks = new Checks(context);
        this.entry = new Entry(context.getBean(CommandDispatch.class), http);
        this.clock = context.getBean(SetClock.class);
        this.lastStageOne = LocalDate.ofInstant(clock.instant(), World.ZONE).plusDays(80);
        this.documents = context.getBean(DocumentVault.class);
        this.shown = context.getBean(DomainClock.class);
        this.policies = context.getBean(Policies.class);
        this.catalogue = context.getBean(CommandCatalogue.class);
        this.coverage = new Coverage(rules, catalogue.all());
        this.steps = catalogue.ofPathways().stream()
                .filter(spec -> !spec.phases().isEmpty())
                .toList();
        this.office =
                catalogue.all().stream().filter(spec -> !spec.isOfPathway()).toList();
    }

    Coverage coverage() {
        return coverage;
    }

    /** What did not hold. */
    Set<String> wrong() {
        return wrong;
    }

    double acceptance() {
        return (double) accepted / sent;
    }

    int sent() {
        return sent;
    }

    String report() {
        return ("Model: seed %d, %d commands (%d by HTTP), %.1f %% accepted; beside the stories %d, %.1f %% accepted;"
                        + " statuses %s; %d pathways until %s%n  walks that went astray: %s%n%s")
                .formatted(
                        seed,
                        sent,
                        byHttp,
                        100.0 * accepted / sent,
                        ofModel,
                        100.0 * acceptedOfModel / Math.max(1, ofModel),
                        statuses,
                        opened,
                        clock.instant(),
                        astray,
                        coverage.report());
    }

    /** Sends the commands, and checks again and again what must hold. */
    void run() {
        Clock before = GenericEventMessage.clock;
        // Facts are recorded at the time at which they are decided.
        GenericEventMessage.clock = clock;
        try {
            sendAll();
        } finally {
            GenericEventMessage.clock = before;
        }
    }

    private void sendAll() {
        standingData();
        schedule(clock.instant().plus(Duration.ofHours(6)), Optional.empty());
        for (int i = 0; i < LIVE; i++) {
            open();
        }
        int next = CHECK_EVERY;
        while (sent < commands && wrong.size() < 25) {
            Turn turn = turns.remove();
            moveTo(turn.at());
            if (turn.pathway().isPresent()) {
                act(turn.pathway().get());
            } else {
                officeMove();
                schedule(clock.instant().plus(Duration.ofHours(20 + random.nextInt(300))), Optional.empty());
            }
            if (sent >= next) {
                next += CHECK_EVERY;
                check();
            }
        }
        epilogue();
        check();
        checks.storedEvents().forEach(coverage::emitted);
    }

    /**
     * What has to wait until nothing else happens: a policy that takes effect. From then on a plan has to say why stage two has its setting, which
     * no story says.
     */
    private void epilogue() {
        ModelPathway last = new ModelPathway(
                "pathway-last", "patient-last", "M-LAST", lastRoom, FaceSide.LEFT, true, null, List.of(), 0);
        register(last.patientId, 0, true);
        world.all.add(last);
        List<Step> story = WrittenStory.textbook()
                .upTo(
                        "Evaluation",
                        "Select plan",
                        last.paralysed,
                        now().toLocalDate().plusDays(80));
        story.subList(0, story.size() - 1).forEach(step -> {
            moveTo(step.at().toInstant());
            sendStep(last, step);
        });
        moveTo(story.getLast().at().toInstant());
        beds(last);
        people();
        policy("of-contradictions", Threshold.ISCHEMIA_CAUTION_MINUTES, Threshold.ISCHEMIA_CAUTION_MINUTES.highest());
        policy("of-reasons", Threshold.STAGE_TWO_SETTING_REASON, 1);
        moveTo(clock.instant().plus(Duration.ofHours(2)));
        sendStep(last, refused(story.getLast(), now(), "SEQ-SETTING"));
    }

    /** The facility has one bed, and the patient wants two. */
    private void beds(ModelPathway pathway) {
        for (String stage : List.of("ONE", "TWO")) {
            give(
                    pathway,
                    Role.SURGICAL_COORDINATOR,
                    ReserveAftercare.class,
                    Map.of(
                            "pathwayId",
                            pathway.pathwayId,
                            "stage",
                            stage,
                            "facilityId",
                            World.FACILITIES.getLast(),
                            "from",
                            now().plusDays(80).toString(),
                            "until",
                            now().plusDays(83).toString()));
        }
    }

    /** Registrations that are one person: one at another centre, one that is registered twice, and an erasure that forgets the other. */
    private void people() {
        for (String person : List.of("last-one", "last-other", "last-elsewhere", "last-one-again", "last-half")) {
            boolean elsewhere = person.equals("last-elsewhere");
            Map<String, Object> body = new LinkedHashMap<>(Map.of(
                    "patientId",
                    person,
                    "familyName",
                    "Last" + person.replace("last-", "").replace("-again", ""),
                    "givenNames",
                    "Ada",
                    "birthDate",
                    "1990-06-02",
                    "sex",
                    "FEMALE",
                    "language",
                    "en-US",
                    "interpreterNeeded",
                    false,
                    "timeZone",
                    World.ZONE.getId(),
                    "identifiers",
                    List.of(),
                    "contactConsent",
                    true));
            body.put("siteId", elsewhere ? World.LAKESIDE : World.HOME);
            body.put("occurredAt", now().toString());
            if (person.equals("last-half")) {
                body.put("representativeName", "Ben");
            }
            Attempt attempt = Attempt.by(Role.SURGICAL_COORDINATOR, spec(RegisterPatient.class), body, "a person");
            send(elsewhere ? attempt.within(Set.of(World.LAKESIDE)) : attempt, null);
        }
        String reason = "The insurer confirmed that both are one person";
        for (String other : List.of("last-elsewhere", "last-other")) {
            Map<String, Object> body = new LinkedHashMap<>(
                    Map.of("patientId", "last-one", "otherPatientId", other, "main", "THIS_PERSON", "reason", reason));
            body.put("occurredAt", now().toString());
            // A link concerns every centre that knows one of the two.
            send(
                    Attempt.by(Role.PRIVACY_OFFICER, spec(LinkPersons.class), body, "the end")
                            .within(Set.of(World.HOME, World.LAKESIDE)),
                    null);
        }
        give(
                null,
                Role.PRIVACY_OFFICER,
                EraseSubject.class,
                Map.of("patientId", "last-one", "basis", "PATIENT_REQUEST"));
        give(
                null,
                Role.PRIVACY_OFFICER,
                UnlinkPersons.class,
                Map.of("patientId", "last-one", "otherPatientId", "last-other", "reason", reason));
    }

    private void give(@Nullable ModelPathway pathway, Role role, Class<?> command, Map<String, Object> values) {
        Map<String, Object> body = new LinkedHashMap<>(values);
        body.put("occurredAt", now().toString());
        send(Attempt.by(role, spec(command), body, "the end"), pathway);
    }

    /** A policy in which one threshold has another value from the next hour on, approved by a second surgeon. */
    private void policy(String version, Threshold threshold, int value) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "policySetId",
                World.POLICIES,
                "version",
                version,
                "effectiveFrom",
                now().plusHours(1).toString(),
                "thresholds",
                List.of(Map.of("name", threshold.storedName(), "value", value)),
                "rationale",
                "Agreed by the surgeons of the centre",
                "occurredAt",
                now().toString()));
        send(Attempt.by(Role.SURGEON, spec(ProposePolicy.class), body, "a policy"), null);
        body.keySet().retainAll(Set.of("policySetId", "version", "occurredAt"));
        send(
                Attempt.by(Role.SURGEON, spec(ApprovePolicy.class), body, "a policy")
                        .by(user(COLLEAGUE)),
                null);
    }

    private static Step refused(Step step, OffsetDateTime time, String refusedBy) {
        return new Step(
                step.chapter(),
                time,
                time,
                step.role(),
                step.user(),
                step.command(),
                step.values(),
                refusedBy,
                step.shown());
    }

    private void check() {
        shown.moveTo(clock.instant());
        world.all.stream()
                .filter(each -> each.recorded.size() != each.checkedAt())
                .forEach(each -> {
                    each.checked();
                    wrong.addAll(checks.of(each));
                });
        wrong.addAll(checks.reservations(world.all, clock.instant()));
    }

    private void moveTo(Instant instant) {
        clock.moveTo(instant);
    }

    private void schedule(Instant at, Optional<ModelPathway> pathway) {
        turns.add(new Turn(at, scheduled++, pathway));
    }

    private OffsetDateTime now() {
        return clock.instant().atZone(World.ZONE).toOffsetDateTime();
    }

    // --- patients ---

    private void standingData() {
        for (String site : List.of(World.HOME, World.LAKESIDE)) {
            give(
                    "register-site",
                    Map.of(
                            "siteId",
                            site,
                            "name",
                            "Centre " + site,
                            "organisationId",
                            "org-center",
                            "kind",
                            "SURGERY_CENTER",
                            "zone",
                            World.ZONE.getId(),
                            "rooms",
                            World.ROOMS,
                            "privileges",
                            List.of("ONE", "TWO")));
        }
        for (String surgeon : World.SURGEONS) {
            give(
                    "register-practitioner",
                    Map.of(
                            "practitionerId",
                            surgeon,
                            "name",
                            "Dr. " + surgeon,
                            "organisationId",
                            "org-practice",
                            "privileges",
                            surgeon.equals("surgeon-novice") ? List.of("ONE") : List.of("ONE", "TWO"),
                            "privilegedUntil",
                            "2099-12-31"));
        }
        for (String facility : World.FACILITIES) {
            give(
                    "register-facility",
                    Map.of(
                            "facilityId",
                            facility,
                            "name",
                            facility,
                            "zone",
                            World.ZONE.getId(),
                            "beds",
                            1,
                            "flapCapable",
                            facility.equals("facility-harbor")));
        }
        for (String device : World.DEVICES) {
            give(
                    "register-device",
                    Map.of("deviceId", device, "siteId", World.HOME, "kind", "MICROSCOPE", "name", device));
        }
    }

    private void give(String command, Map<String, Object> body) {
        CommandSpec spec = office.stream()
                .filter(each -> each.kebabName().equals(command))
                .findFirst()
                .orElseThrow();
        Map<String, Object> whole = new LinkedHashMap<>(body);
        whole.put("occurredAt", now().toString());
        Outcome outcome = send(Attempt.by(Role.ADMINISTRATOR, spec, whole, "standing data"), null);
        if (!outcome.accepted()) {
            wrong.add(spec.name() + ": " + outcome.said());
        }
    }

    /** A new patient with a pathway that follows the story: one of six to its end, the others for a part of it. */
    private void open() {
        int number = ++opened;
        Walks.Walk walk = number % 3 == 2 ? walks.next() : null;
        Walks.Teller story = walk == null ? WrittenStory.textbook()::steps : walk.read();
        boolean steady = number % 6 == 1 || walk != null;
        FaceSide side = number % 2 == 0 ? FaceSide.RIGHT : FaceSide.LEFT;
        LocalDate stageOne = now().toLocalDate().plusDays(75 + random.nextInt(30));
        String room = World.ROOMS.get(number % World.ROOMS.size());
        if (number % 6 == 4) {
            // Wants the theatre of the one before.
            stageOne = lastStageOne;
            room = World.ROOMS.get((number - 1) % World.ROOMS.size());
        }
        if (walk != null && walk.name().equals(Walks.RIVALS)) {
            stageOne = lastStageOne;
            room = lastRoom;
        }
        if (walk != null) {
            // Some begin long before the first operation.
            LocalDate begins = story.steps(side, stageOne).getFirst().at().toLocalDate();
            long late = ChronoUnit.DAYS.between(begins, now().toLocalDate());
            stageOne = stageOne.plusDays(Math.max(0, late + 1));
        }
        lastStageOne = stageOne;
        lastRoom = room;
        List<Step> told = walk == null ? thinned(story.steps(side, stageOne)) : story.steps(side, stageOne);
        ModelPathway pathway = new ModelPathway(
                "pathway-" + number,
                "patient-" + number,
                "M-%04d".formatted(number),
                room,
                side,
                steady,
                walk,
                told.subList(0, steady ? told.size() : part(told, number)),
                20 + random.nextInt(40) + (number % 6 == 2 || number % 6 == 3 ? 60 : 0));
        register(pathway.patientId, number, steady);
        world.pathways.add(pathway);
        world.all.add(pathway);
        schedule(told.getFirst().at().toInstant(), Optional.of(pathway));
    }

    /** What happens every hour or month is told in a few steps, so that the deep states cost less. */
    private List<Step> thinned(List<Step> story) {
        Map<String, Integer> told = new TreeMap<>();
        return story.stream()
                .filter(step -> told.merge(step.command().name(), 1, Integer::sum) < OFTEN
                        || !OFTEN_TOLD.contains(step.command().name())
                        || random.nextInt(OFTEN) == 0)
                .toList();
    }

    /** Up to a step of one chapter, each patient of another chapter than the one before. */
    private int part(List<Step> story, int number) {
        List<String> chapters = story.stream().map(Step::chapter).distinct().toList();
        String chapter = chapters.get((number + 2) % 6 % chapters.size());
        List<Integer> ends = IntStream.range(2, story.size())
                .filter(i -> story.get(i).chapter().equals(chapter))
                .boxed()
                .toList();
        return values.oneOf(ends);
    }

    private void register(String patientId, int number, boolean walk) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("patientId", patientId);
        person.put("occurredAt", now().toString());
        person.put("familyName", "Model" + patientId.replace("-", ""));
        person.put("givenNames", "Ada");
        // A child, an old person, or somebody in between; who takes a walk is in between.
        int age = walk ? 35 : number % 7 == 3 ? 13 : number % 7 == 5 ? 65 : 35;
        String birthDate =
                now().toLocalDate().minusYears(age).plusDays(number % 300).toString();
        person.put("birthDate", birthDate);
        world.births.put(patientId, birthDate);
        person.put("sex", "FEMALE");
        person.put("language", "en-US");
        person.put("interpreterNeeded", number % 6 == 4);
        person.put("timeZone", World.ZONE.getId());
        person.put("identifiers", List.of());
        person.put("contactConsent", true);
        person.put("siteId", World.HOME);
        if (number % 14 == 3) {
            person.put("representativeName", "Ben Model");
            person.put("representativeRelation", "PARENT");
        }
        send(Attempt.by(Role.SURGICAL_COORDINATOR, spec(RegisterPatient.class), person, "a new patient"), null);
    }

    private CommandSpec spec(Class<?> command) {
        return catalogue.find(command).orElseThrow();
    }

    // --- turns ---

    private void act(ModelPathway pathway) {
        boolean told = !pathway.story.isEmpty();
        if (pathway.isOpen()) {
            int moves = pathway.walk != null && told
                    ? random.nextInt(5) / 4
                    : told ? random.nextInt(3) : 1 + random.nextInt(2);
            for (int i = 0; i < moves && sent < commands; i++) {
                move(pathway);
            }
        }
        if (told) {
            Step step = pathway.story.remove();
            sendStep(pathway, step);
            Step next = pathway.story.peek();
            schedule(next == null ? soon() : next.at().toInstant(), Optional.of(pathway));
        } else if (pathway.movesLeft-- > 0) {
            schedule(soon(), Optional.of(pathway));
        } else {
            world.pathways.remove(pathway);
            if (world.pathways.size() < LIVE) {
                open();
            }
        }
    }

    private Instant soon() {
        long minutes = switch (random.nextInt(6)) {
            case 0, 1, 2 -> 1 + random.nextInt(90);
            case 3, 4 -> 60L * (2 + random.nextInt(60));
            default -> 60L * 24 * (5 + random.nextInt(80));
        };
        return clock.instant().plus(Duration.ofMinutes(minutes));
    }

    private void sendStep(ModelPathway pathway, Step step) {
        Map<String, Object> fixed = new LinkedHashMap<>();
        fixed.put(step.command().target(), pathway.pathwayId);
        if (step.command().type() == RegisterReferral.class) {
            fixed.put("number", pathway.number);
        }
        Map<String, Object> body = step.body(given(pathway), name -> idsOf(pathway, name));
        // Of a patient who will leave the story anyhow, a step sometimes happens otherwise, and the story goes on.
        int odd = !pathway.steady && random.nextInt(25) == 0 ? 1 : 0;
        Object late = body.remove(CircumstancesResolver.LATE_REASON);
        Attempt attempt = Attempt.by(
                step.role(),
                step.command(),
                values.drawnAnew(step.command(), body, pathway, step.happened(), fixed, odd),
                odd > 0 ? "the story, otherwise" : "the story");
        String user = step.user();
        Attempt given = (user == null ? attempt : attempt.by(user(user))).late(late == null ? null : late.toString());
        Outcome outcome = send(colleague(given), pathway);
        String told = step.refusedBy();
        boolean asTold = told == null
                ? outcome.accepted()
                : !outcome.accepted() && (outcome.rules().contains(told) || told.startsWith("field "));
        if (pathway.steady && !asTold) {
            astray.putIfAbsent(
                    (pathway.walk == null ? "the textbook" : pathway.walk.name()) + " of " + pathway.pathwayId,
                    "%n    %s: %s"
                            .formatted(
                                    step,
                                    outcome.said()
                                            .substring(
                                                    0,
                                                    Math.min(200, outcome.said().length()))));
        }
        pathway.follows(outcome.accepted() || told != null);
    }

    /** The facts of this name, or something that is none, so that the command is refused and the walk goes on. */
    private static List<String> idsOf(ModelPathway pathway, String event) {
        List<String> ids = pathway.idsOf(event);
        return ids.isEmpty() ? List.of("nothing-is-called-so") : ids;
    }

    /** The stories name a colleague who is no user of the demonstration. */
    private static Attempt colleague(Attempt attempt) {
        Attempt named = attempt;
        for (Map.Entry<String, Object> each : attempt.body().entrySet()) {
            if (each.getValue().equals(STORYS_COLLEAGUE)) {
                named = named.with(each.getKey(), COLLEAGUE);
            } else if (each.getValue() instanceof List<?> list && list.contains(STORYS_COLLEAGUE)) {
                named = named.with(
                        each.getKey(),
                        list.stream()
                                .map(one -> one.equals(STORYS_COLLEAGUE) ? COLLEAGUE : one)
                                .toList());
            }
        }
        return named;
    }

    private static Map<String, Object> given(ModelPathway pathway) {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("patientId", pathway.patientId);
        given.put("siteId", World.HOME);
        given.put("room", pathway.room);
        pathway.state().schedule().cases().stream()
                .filter(each -> !each.cancelled())
                .reduce((first, last) -> last)
                .map(SurgicalCase::caseId)
                .ifPresent(id -> given.put("caseId", id));
        return given;
    }

    private static User user(String id) {
        return DemoUsers.all().stream()
                .filter(each -> each.id().equals(id.equals(STORYS_COLLEAGUE) ? COLLEAGUE : id))
                .findFirst()
                .orElseThrow();
    }

    // --- moves ---

    private void move(ModelPathway pathway) {
        Attempt planned = pathway.planned.poll();
        Optional<Attempt> next = planned != null
                ? Optional.of(planned.with("occurredAt", now().toString()))
                : pathway.steady && !pathway.story.isEmpty() ? hindrance(pathway) : thought(pathway);
        next.ifPresent(attempt -> {
            ofModel++;
            Outcome outcome = send(attempt, pathway);
            acceptedOfModel += outcome.accepted() ? 1 : 0;
        });
    }

    /** What certainly comes to nothing, so that the story goes on. */
    private Optional<Attempt> hindrance(ModelPathway pathway) {
        return random.nextInt(3) == 0 ? outOfPlace(pathway) : locked(pathway);
    }

    private Optional<Attempt> thought(ModelPathway pathway) {
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> offered(pathway);
            case 6, 7, 8, 9, 10, 11 -> wanted(pathway);
            case 12 -> stepDrawnAnew(pathway);
            case 13, 14 -> amendment(pathway);
            case 15 -> locked(pathway);
            case 16 -> outOfPlace(pathway);
            case 17, 18 -> atAnotherTime(pathway);
            default -> override(pathway);
        };
    }

    /** What the state says of each step. */
    private Map<CommandSpec, Availability> availability(ModelPathway pathway) {
        Map<CommandSpec, Availability> all = new LinkedHashMap<>();
        boolean told = !pathway.story.isEmpty();
        for (CommandSpec spec : steps) {
            if (!told || !TURNING.contains(spec.name()) || (!pathway.steady && random.nextInt(200) == 0)) {
                all.put(
                        spec,
                        Availability.of(pathway.state(), spec.useCase(), now(), policies.inForceAt(clock.instant())));
            }
        }
        return all;
    }

    private Optional<Attempt> offered(ModelPathway pathway) {
        List<Supplier<Attempt>> possible = new ArrayList<>();
        availability(pathway).forEach((spec, availability) -> {
            if (availability instanceof Availability.Offered offer
                    && isTimely(spec, pathway)
                    && random.nextInt(1 + coverage.acceptedOf(spec.name()) / 8) == 0) {
                possible.add(() -> filled(spec, pathway, offer.in().getFirst(), few(), "offered"));
            }
        });
        return oneOf(possible).map(Supplier::get);
    }

    /** None, one or two. */
    private int few() {
        return Math.max(0, random.nextInt(6) - 3);
    }

    /** A command that would meet a rule which refused nothing yet, or record what was never recorded, or make one of these possible. */
    private Optional<Attempt> wanted(ModelPathway pathway) {
        List<Supplier<Attempt>> events = new ArrayList<>();
        List<Supplier<Attempt>> rules = new ArrayList<>();
        Map<CommandSpec, Availability> all = availability(pathway);
        Set<Class<?>> helpful = new HashSet<>();
        all.forEach((spec, availability) -> {
            switch (availability) {
                case Availability.Offered offer -> {
                    if (recordsWanted(spec) && isTimely(spec, pathway) && isTriedAgain(spec)) {
                        events.add(() -> filled(spec, pathway, offer.in().getFirst(), random.nextInt(2), "wanted"));
                    }
                    if (hasWantedCheck(spec) && isTimely(spec, pathway) && isTriedAgain(spec)) {
                        rules.add(() ->
                                filled(spec, pathway, offer.in().getFirst(), 1 + random.nextInt(2), "wanted, checked"));
                    }
                }
                case Availability.Locked lock -> {
                    if (lock.unmet().stream()
                            .anyMatch(each ->
                                    coverage.lacksRule(each.condition().rule().id()))) {
                        rules.add(() -> filled(spec, pathway, likeliest(spec, pathway), 0, "wanted, locked"));
                    }
                    if (hasWantedCheck(spec) || recordsWanted(spec)) {
                        lock.unmet().forEach(each -> helpful.addAll(UseCases.fulfilling(each.condition())));
                    }
                }
            }
        });
        List<Supplier<Attempt>> helps = new ArrayList<>();
        all.forEach((spec, availability) -> {
            if (availability instanceof Availability.Offered offer && helpful.contains(spec.type())) {
                helps.add(() -> filled(spec, pathway, offer.in().getFirst(), 0, "helpful"));
            }
        });
        List<List<Supplier<Attempt>>> kinds =
                Stream.of(events, rules, helps).filter(each -> !each.isEmpty()).toList();
        return kinds.isEmpty() ? offered(pathway) : oneOf(values.oneOf(kinds)).map(Supplier::get);
    }

    /** What was tried often in vain has to wait, so that others have their turn. */
    private boolean isTriedAgain(CommandSpec spec) {
        return random.nextInt(1 + coverage.sentOf(spec.name()) / 20) == 0;
    }

    /** What ends a pathway is left for its last moves, once it was recorded at all. */
    private boolean isTimely(CommandSpec spec, ModelPathway pathway) {
        return !ENDING.contains(spec.name())
                || pathway.movesLeft < 6
                || (coverage.acceptedOf(spec.name()) == 0 && random.nextInt(4) == 0);
    }

    private boolean hasWantedCheck(CommandSpec spec) {
        return spec.useCase().allChecks().stream().map(Check::rule).anyMatch(rule -> coverage.lacksRule(rule.id()));
    }

    private boolean recordsWanted(CommandSpec spec) {
        return spec.useCase().recordings().stream()
                .<Class<? extends PathwayEvent>>map(Recording::event)
                .anyMatch(coverage::lacksEvent);
    }

    private Optional<Attempt> locked(ModelPathway pathway) {
        List<CommandSpec> possible = new ArrayList<>();
        availability(pathway).forEach((spec, availability) -> {
            if (availability instanceof Availability.Locked) {
                possible.add(spec);
            }
        });
        return oneOf(possible).map(spec -> filled(spec, pathway, likeliest(spec, pathway), 0, "locked"));
    }

    private Situation likeliest(CommandSpec spec, ModelPathway pathway) {
        return spec.useCase()
                .situations(pathway.state(), now(), policies.inForceAt(clock.instant()))
                .getFirst();
    }

    private Attempt filled(CommandSpec spec, ModelPathway pathway, Situation in, int odd, String why) {
        Map<String, Object> fixed = new LinkedHashMap<>();
        fixed.put(spec.target(), pathway.pathwayId);
        if (in.caseId() != null) {
            fixed.put("caseId", in.caseId());
        } else if (in.stage() != null) {
            fixed.put("stage", in.stage().name());
        }
        return by(spec, values.body(spec, pathway, now(), fixed, odd), why);
    }

    private Attempt by(CommandSpec spec, Map<String, Object> body, String why) {
        List<Role> roles = spec.roles().stream()
                .filter(role -> role != Role.SYSTEM)
                .sorted()
                .toList();
        Role role = roles.isEmpty() ? Role.SYSTEM : values.oneOf(roles);
        Attempt attempt = Attempt.by(role, spec, body, why);
        return role == Role.SURGEON && random.nextInt(8) == 0 ? attempt.by(user("surgeon-varga")) : attempt;
    }

    /** The next step of the story with one or two values drawn anew. */
    private Optional<Attempt> stepDrawnAnew(ModelPathway pathway) {
        Step next = pathway.story.peek();
        if (next == null || pathway.steady) {
            return wanted(pathway);
        }
        Map<String, Object> fixed = new LinkedHashMap<>(Map.of(next.command().target(), pathway.pathwayId));
        return Optional.of(by(
                next.command(),
                values.body(next.command(), pathway, now(), fixed, 1 + random.nextInt(2)),
                "a step drawn anew"));
    }

    private Optional<Attempt> amendment(ModelPathway pathway) {
        boolean waits = !pathway.state().waiting().isEmpty();
        boolean contradicted = !pathway.state().oversight().contradictions().isEmpty();
        if (waits && random.nextInt(2) == 0) {
            Attempt confirmation = filled(spec(ConfirmAsSecond.class), pathway, plain(pathway), 0, "a second person");
            return Optional.of(
                    confirmation.role() == Role.SURGEON && random.nextInt(3) > 0
                            ? confirmation.by(user("surgeon-varga"))
                            : confirmation);
        }
        if (contradicted && random.nextInt(2) == 0) {
            return Optional.of(filled(spec(DecideContradiction.class), pathway, plain(pathway), 0, "a decision"));
        }
        if (!pathway.story.isEmpty() && (pathway.steady || random.nextInt(12) > 0)) {
            return wanted(pathway);
        }
        Recorded target = target(pathway);
        boolean retraction = random.nextInt(3) == 0;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("pathwayId", pathway.pathwayId);
        body.put("occurredAt", now().toString());
        body.put("targetFactId", target.fact().factId());
        body.put("reason", random.nextInt(12) == 0 ? "slip" : "Entered in error, checked with the team and the chart");
        if (!retraction) {
            body.put("fields", Corrections.of(target.fact(), values, random));
        }
        CommandSpec spec = spec(retraction ? RetractRecord.class : CorrectRecord.class);
        Role author = spec.allows(target.role()) && random.nextInt(6) > 0 ? target.role() : Role.SURGEON;
        return Optional.of(Attempt.by(author, spec, body, retraction ? "a retraction" : "a correction"));
    }

    private Recorded target(ModelPathway pathway) {
        int size = pathway.recorded.size();
        int back = random.nextInt(4) == 0 ? random.nextInt(size) : random.nextInt(Math.min(size, 14));
        return pathway.recorded.get(size - 1 - back);
    }

    private Situation plain(ModelPathway pathway) {
        return new Situation(
                pathway.state(), null, null, null, now(), clock.instant(), policies.inForceAt(clock.instant()));
    }

    /** Somebody whose task it is not, another centre, or a pathway that is not there. */
    private Optional<Attempt> outOfPlace(ModelPathway pathway) {
        return offered(pathway).map(attempt -> switch (random.nextInt(3)) {
            case 0 -> attempt.by(values.oneOf(DemoUsers.all()));
            case 1 -> attempt.within(Set.of(World.LAKESIDE));
            default -> attempt.with(attempt.spec().target(), "pathway-unknown");
        });
    }

    private Optional<Attempt> atAnotherTime(ModelPathway pathway) {
        return offered(pathway).map(attempt -> {
            long minutes = values.oneOf(List.of(-1L, -30L, -300L, -1_441L, -1_439L, -20_000L, -600_000L, 4L, 6L, 600L));
            Attempt moved =
                    attempt.with("occurredAt", now().plusMinutes(minutes).toString());
            return random.nextBoolean() ? moved.late("The chart was found only now") : moved;
        });
    }

    /** An override of a clinical rule; if one refused lately, that command again. */
    private Optional<Attempt> override(ModelPathway pathway) {
        List<String> clinical = RuleBook.all().stream()
                .filter(rule -> rule.kind() == RuleClass.CLINICAL)
                .map(rule -> rule.id())
                .distinct()
                .toList();
        String rule = random.nextInt(8) == 0 ? "INV-01" : values.oneOf(clinical);
        return Optional.of(overriding(
                pathway,
                rule,
                values.oneOf(steps.stream().map(CommandSpec::kebabName).toList())));
    }

    private Attempt overriding(ModelPathway pathway, String rule, String command) {
        CommandSpec spec = spec(OverrideRule.class);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("pathwayId", pathway.pathwayId);
        body.put("occurredAt", now().toString());
        body.put("invariantId", rule);
        body.put("command", command);
        body.put(
                "reason",
                random.nextInt(12) == 0 ? "" : "Discussed with the patient and a colleague; the benefit outweighs it");
        return by(spec, body, "an override");
    }

    // --- persons, places and policies ---

    private void officeMove() {
        for (int i = 3 + random.nextInt(4); i > 0; i--) {
            switch (random.nextInt(8)) {
                case 0 -> document();
                case 1 -> referral();
                default -> keep();
            }
        }
    }

    /** Something about a person, a place or the policy; what was seldom accepted is tried more often. */
    private void keep() {
        CommandSpec spec = Stream.generate(() -> values.oneOf(office))
                .filter(each -> random.nextInt(1 + coverage.acceptedOf(each.name()) / 4) == 0)
                .findFirst()
                .orElseThrow();
        String target = target(spec);
        Map<String, Object> fixed = new LinkedHashMap<>(Map.of(spec.target(), target));
        if (spec.type() == ApprovePolicy.class && !world.proposed.isEmpty() && random.nextInt(5) > 0) {
            fixed.put("version", values.oneOf(world.proposed));
        }
        boolean elsewhere = spec.type() == RegisterPatient.class && persons % 4 == 3;
        if (spec.type() == RegisterPatient.class) {
            fixed.put("familyName", "Person" + target.replace("-", ""));
            fixed.put("siteId", elsewhere ? World.LAKESIDE : World.HOME);
            if (random.nextInt(4) > 0) {
                fixed.put("birthDate", values.oneOf(List.copyOf(world.births.values())));
            }
        }
        if (spec.type() == LinkPersons.class) {
            fixed.putAll(pair());
        }
        if (spec.type() == UnlinkPersons.class && !world.links.isEmpty() && random.nextInt(5) > 0) {
            List<String> two = List.copyOf(values.oneOf(world.links));
            fixed.put("patientId", two.getFirst());
            fixed.put("otherPatientId", two.getLast());
        }
        if (spec.type() == EraseSubject.class) {
            if (!world.links.isEmpty() && random.nextInt(2) == 0) {
                fixed.put("patientId", values.oneOf(List.copyOf(values.oneOf(world.links))));
            }
            if (world.havePathway(world.identities(Set.of(String.valueOf(fixed.get("patientId")))))) {
                // What is erased reads differently from then on, and nothing of it could be compared.
                return;
            }
        }
        Attempt attempt = by(spec, values.body(spec, null, now(), fixed, random.nextInt(3)), "the office");
        ofModel++;
        Set<String> concerned = world.identities(personsOf(attempt));
        if (send(elsewhere ? attempt.within(Set.of(World.LAKESIDE)) : attempt, null)
                .accepted()) {
            acceptedOfModel++;
            keep(spec, attempt);
            world.all.stream()
                    .filter(each -> each.isOpen() && concerned.contains(each.patientId))
                    .forEach(each -> take(each, attempt, false));
        }
    }

    private static Set<String> personsOf(Attempt attempt) {
        Set<String> persons = new LinkedHashSet<>();
        Stream.of("patientId", "otherPatientId")
                .filter(attempt.body()::containsKey)
                .forEach(name -> persons.add(String.valueOf(attempt.body().get(name))));
        return persons;
    }

    /** What the office has to know of an accepted command later. */
    private void keep(CommandSpec spec, Attempt attempt) {
        String person = String.valueOf(attempt.body().get("patientId"));
        if (spec.type() == RegisterPatient.class) {
            world.persons.add(person);
        }
        if (spec.type() == RegisterPatient.class || spec.type() == CorrectBirthDate.class) {
            world.births.put(person, String.valueOf(attempt.body().get("birthDate")));
        }
        if (spec.type() == LinkPersons.class) {
            world.links.add(personsOf(attempt));
        }
        if (spec.type() == UnlinkPersons.class) {
            world.links.remove(personsOf(attempt));
        }
        if (spec.type() == EraseSubject.class) {
            Set<String> erased = String.valueOf(attempt.body().get("linked")).equals("ERASE_ALL")
                    ? world.identities(Set.of(person))
                    : Set.of(person);
            world.links.removeIf(pair -> pair.stream().anyMatch(erased::contains));
            world.births.keySet().removeAll(erased);
            // Somebody may still ask for one who was erased.
            world.persons.removeIf(each -> erased.contains(each) && random.nextInt(10) > 0);
        }
        if (spec.type() == ProposePolicy.class) {
            world.proposed.add(String.valueOf(attempt.body().get("version")));
        }
    }

    /** Two who may be one person: mostly of one birth date, sometimes two of whom one knows better. */
    private Map<String, Object> pair() {
        String one = values.oneOf(List.copyOf(world.births.keySet()));
        List<String> alike = world.births.entrySet().stream()
                .filter(each -> each.getValue().equals(world.births.get(one))
                        && !each.getKey().equals(one))
                .map(Map.Entry::getKey)
                .toList();
        String other = alike.isEmpty() || random.nextInt(4) == 0
                ? values.oneOf(List.copyOf(world.births.keySet()))
                : values.oneOf(alike);
        return Map.of("patientId", one, "otherPatientId", random.nextInt(15) == 0 ? one : other);
    }

    private String target(CommandSpec spec) {
        if (spec.type() == RegisterPatient.class && random.nextInt(8) > 0) {
            return "person-" + ++persons;
        }
        return switch (spec.area()) {
            case "patient" ->
                random.nextInt(20) == 0
                        ? oneOf(underWay()).map(each -> each.patientId).orElseGet(world::somebody)
                        : world.somebody();
            case "policy" -> random.nextInt(15) == 0 ? "another-set" : World.POLICIES;
            default -> "spare-" + spec.target() + "-" + random.nextInt(4);
        };
    }

    /** Pathways that are open, but for those whose story nothing may keep from going on. */
    private List<ModelPathway> underWay() {
        return world.all.stream()
                .filter(each -> each.isOpen() && !(each.steady && !each.story.isEmpty()))
                .toList();
    }

    /** A document comes for a pathway; sometimes it is about another patient. */
    private void document() {
        ModelPathway pathway = values.oneOf(world.all);
        if (!pathway.isOpen()) {
            return;
        }
        ModelPathway about = random.nextInt(4) == 0 ? values.oneOf(world.all) : pathway;
        String id = "document-" + ++kept;
        documents.keepOnce(id, about.patientId, "application/pdf", new byte[] {1, 2, 3});
        CommandSpec spec = spec(ReceiveReferralDocument.class);
        Map<String, Object> fixed = new LinkedHashMap<>();
        fixed.put(spec.target(), pathway.pathwayId);
        fixed.put("documentId", id);
        Attempt attempt = by(spec, values.body(spec, pathway, now(), fixed, random.nextInt(2)), "a document");
        ofModel++;
        acceptedOfModel += send(attempt, pathway).accepted() ? 1 : 0;
    }

    /** One more referral, mostly of somebody who is on the way already. */
    private void referral() {
        if (underWay().isEmpty()) {
            return;
        }
        ModelPathway of = values.oneOf(underWay());
        CommandSpec spec = spec(RegisterReferral.class);
        String id = "another-" + ++kept;
        ModelPathway another = new ModelPathway(
                id, of.patientId, "A-" + kept, of.room, of.paralysed, false, null, List.of(), 10 + random.nextInt(30));
        Map<String, Object> fixed = new LinkedHashMap<>();
        fixed.put(spec.target(), id);
        fixed.put("number", another.number);
        fixed.put("patientId", random.nextInt(6) == 0 ? world.somebody() : of.patientId);
        Attempt attempt = by(spec, values.body(spec, another, now(), fixed, random.nextInt(3)), "another referral");
        ofModel++;
        if (!of.patientId.equals(attempt.body().get("patientId"))) {
            another = new ModelPathway(
                    id,
                    String.valueOf(attempt.body().get("patientId")),
                    another.number,
                    of.room,
                    of.paralysed,
                    false,
                    null,
                    List.of(),
                    20);
        }
        if (send(attempt, another).accepted()) {
            acceptedOfModel++;
            world.all.add(another);
            world.pathways.add(another);
            schedule(soon(), Optional.of(another));
        }
    }

    // --- sending ---

    private Outcome send(Attempt attempt, @Nullable ModelPathway pathway) {
        boolean http =
                pathway != null && attempt.role() != Role.SYSTEM && random.nextInt(40) == 0 && Entry.isForHttp(attempt);
        Outcome outcome = http ? entry.sendByHttp(attempt) : entry.send(attempt);
        sent++;
        byHttp += http ? 1 : 0;
        accepted += outcome.accepted() ? 1 : 0;
        statuses.merge(outcome.status(), 1, Integer::sum);
        coverage.sent(attempt, outcome);
        if (outcome.failed()) {
            wrong.add("The server failed at command " + sent + ": " + attempt + ": " + outcome.said());
        }
        if (outcome.accepted()) {
            take(pathway, attempt);
            values.keep(attempt.spec(), attempt.body(), pathway == null ? FaceSide.LEFT : pathway.paralysed);
        } else if (pathway != null) {
            // A refused command records nothing, and a near miss is recorded by itself.
            take(pathway, attempt, false);
            consider(pathway, attempt, outcome);
        }
        return outcome;
    }

    /** Reads what the store has now of the pathway, and of the others of a person, of whom a command may tell. */
    private void take(@Nullable ModelPathway pathway, Attempt attempt) {
        if (pathway != null) {
            take(pathway, attempt, true);
        }
        Set<String> persons = world.identities(pathway == null ? personsOf(attempt) : Set.of(pathway.patientId));
        world.all.stream()
                .filter(each -> each != pathway && each.isOpen() && persons.contains(each.patientId))
                .forEach(each -> take(each, attempt, false));
    }

    private void take(ModelPathway pathway, Attempt attempt, boolean addressed) {
        boolean entered = addressed;
        for (DomainEventMessage<?> event : checks.read(pathway.pathwayId, pathway.recorded.size())) {
            PathwayEvent fact = (PathwayEvent) event.getPayload();
            pathway.add(new Recorded(
                    fact,
                    entered,
                    String.valueOf(event.getMetaData().get(Metadata.ACTOR)),
                    attempt.role(),
                    clock.instant(),
                    attempt.lateReason()));
            coverage.emitted(Coverage.nameOf(fact.getClass()), 1);
            entered = false;
        }
    }

    /** Sometimes somebody overrides the rule that refused and gives the command again. */
    private void consider(ModelPathway pathway, Attempt attempt, Outcome outcome) {
        Optional<BrokenRule> clinical = outcome.broken().stream()
                .filter(each -> each.rule().kind() == RuleClass.CLINICAL)
                .findFirst();
        if (clinical.isPresent() && random.nextInt(3) == 0 && pathway.planned.size() < 4) {
            pathway.planned.add(overriding(
                    pathway, clinical.get().rule().id(), attempt.spec().kebabName()));
            pathway.planned.add(attempt);
        }
    }

    private <T> Optional<T> oneOf(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(values.oneOf(all));
    }
}
