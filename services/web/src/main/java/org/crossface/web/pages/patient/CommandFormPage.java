package org.crossface.web.pages.patient;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crossface.coordination.ViewPositions;
import org.crossface.coordination.record.RecordedFact;
import org.crossface.coordination.story.EventWords;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.NotVisible;
import org.crossface.pathway.authority.Availability;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.pathway.patient.identity.KnownPersons;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.reference.registration.StandingData;
import org.crossface.pathway.scheduling.booking.ReserveEquipment;
import org.crossface.platform.dispatch.Envelope;
import org.crossface.platform.dispatch.Receipt;
import org.crossface.web.command.CommandEntry;
import org.crossface.web.command.CommandEntry.Sent;
import org.crossface.web.command.CommandRequest;
import org.crossface.web.command.LateReason;
import org.crossface.web.command.StreamIdentifiers;
import org.crossface.web.fhir.ReferralIntake;
import org.crossface.web.pages.SiteTimes;
import org.crossface.web.problem.Problem;
import org.crossface.web.problem.Problems;
import org.crossface.web.problem.RequestFault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.ObjectNode;

/** The forms of the commands to a pathway. */
@Controller
class CommandFormPage {

    private static final String RESOURCE = "clinical/pathway/form";
    private static final String KEY = FormValues.OWN + "key";
    private static final String VERSION = FormValues.OWN + "version";
    /** A kept bundle, whose values the form shows. */
    private static final String DOCUMENT = FormValues.OWN + "document";

    /** The list from which the form was opened, and to which it leads back. */
    private static final String BACK = FormValues.OWN + "back";

    /** A page of this server; nothing that leads elsewhere. */
    private static final Pattern LOCAL = Pattern.compile("/[a-z][a-z-]*(\\?[A-Za-z0-9_=&%.+~-]*)?");

    private static final String LATE = FormValues.OWN + "late";
    private static final String OCCURRED = "occurredAt";
    private static final Duration UNTIL_SHOWN = Duration.ofSeconds(3);

    private final PatientReads reads;
    private final CommandCatalogue catalogue;
    private final CommandEntry entry;
    private final Policies policies;
    private final ReferenceData reference;
    private final StandingData standing;
    private final KnownPersons persons;
    private final ReferralIntake intake;
    private final Staff staff;
    private final StreamIdentifiers ids;
    private final ViewPositions views;
    private final Clock clock;

    CommandFormPage(
            PatientReads reads,
            CommandCatalogue catalogue,
            CommandEntry entry,
            Policies policies,
            ReferenceData reference,
            StandingData standing,
            KnownPersons persons,
            ReferralIntake intake,
            Staff staff,
            StreamIdentifiers ids,
            ViewPositions views,
            Clock clock) {
        this.reads = reads;
        this.catalogue = catalogue;
        this.entry = entry;
        this.policies = policies;
        this.reference = reference;
        this.standing = standing;
        this.persons = persons;
        this.intake = intake;
        this.staff = staff;
        this.ids = ids;
        this.views = views;
        this.clock = clock;
    }

    /** An event that another user recorded while the form was open. */
    record Since(Instant at, String who, String title, String detail) {}

    @GetMapping("/pathways/{pathwayId}/do/{command}")
    ModelAndView form(
            @PathVariable String pathwayId,
            @PathVariable String command,
            @RequestParam MultiValueMap<String, String> given,
            @AuthenticationPrincipal CurrentActor actor) {
        CommandSpec spec = spec(command);
        PatientFile file = reads.file(actor, RESOURCE, pathwayId);
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>(given);
        if (spec.allows(actor.role())) {
            proposed(file, spec, actor, Objects.requireNonNullElse(given.getFirst(DOCUMENT), ""))
                    .forEach((field, values) -> typed.computeIfAbsent(field, absent -> values));
        }
        return page(file, spec, actor, typed, null, "command-form");
    }

    /**
     * What the form shows at first: of a person what is on record, in its place what a kept bundle of the person says otherwise; of equipment
     * what the surgeon's preference card names; else of a pathway what {@link Proposals} says.
     */
    private Map<String, List<String>> proposed(
            PatientFile file, CommandSpec spec, CurrentActor actor, String documentId) {
        if (spec.type() == ReserveEquipment.class) {
            return PreferredEquipment.of(file.state(), reference);
        }
        return single(PersonCommands.is(spec) ? ofPerson(file, spec, documentId) : Proposals.of(file, spec, actor));
    }

    private static Map<String, List<String>> single(Map<String, String> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue())));
    }

    private Map<String, String> ofPerson(PatientFile file, CommandSpec spec, String documentId) {
        Map<String, String> values = persons.details(file.pathway().patientId())
                .map(known -> PersonCommands.present(spec, known))
                .orElse(Map.of());
        return PersonCommands.proposed(
                spec, values, intake.said(documentId, file.pathway().patientIds(), file.zone()));
    }

    @PostMapping("/pathways/{pathwayId}/do/{command}")
    @Nullable
    ModelAndView give(
            @PathVariable String pathwayId,
            @PathVariable String command,
            @RequestParam MultiValueMap<String, String> given,
            @AuthenticationPrincipal CurrentActor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        CommandSpec spec = spec(command);
        PatientFile file = reads.file(actor, RESOURCE, pathwayId);
        boolean part = request.getHeader("HX-Request") != null;
        String view = part ? "command-parts :: card" : "command-form";
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>(given);
        if (typed.containsKey(FormValues.ADD)) {
            return page(file, spec, actor, typed, null, view);
        }
        try {
            Receipt receipt = send(file, spec, actor, typed, request);
            views.awaitPosition(receipt.position(), UNTIL_SHOWN);
        } catch (RuntimeException e) {
            return refused(pathwayId, spec, actor, typed, Problems.of(e), view);
        }
        String list = back(typed);
        String next = (list == null ? "/pathways/" + pathwayId : list)
                + (list != null && list.contains("?") ? '&' : '?') + "recorded=" + spec.kebabName();
        if (part) {
            response.setHeader("HX-Redirect", request.getContextPath() + next);
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        return new ModelAndView("redirect:" + next);
    }

    private static @Nullable String back(MultiValueMap<String, String> typed) {
        String list = typed.getFirst(BACK);
        return list != null && LOCAL.matcher(list).matches() ? list : null;
    }

    private Receipt send(
            PatientFile file,
            CommandSpec spec,
            CurrentActor actor,
            MultiValueMap<String, String> typed,
            HttpServletRequest request) {
        ObjectNode body = new FormValues(typed).json(fields(spec), file.zone());
        String reason = typed.getFirst(LATE);
        if (reason != null && !reason.isBlank()) {
            body.put(LateReason.FIELD.name(), reason);
        }
        boolean toPerson = PersonCommands.is(spec);
        Envelope envelope = CommandRequest.ofForm(
                request, actor, own(typed, KEY), "POST " + request.getRequestURI(), body.toString());
        // The form's version is the version of the pathway's stream.
        return toPerson
                ? entry.give(Sent.to(file.pathway().patientId(), spec, body, file.zone()), envelope)
                : entry.give(
                        Sent.to(file.pathway().pathwayId(), spec, body, file.zone()),
                        envelope.expecting(Long.parseLong(own(typed, VERSION))));
    }

    /** The form with the input and the error at its field. The pathway is read again, since it has changed after a version conflict. */
    private ModelAndView refused(
            String pathwayId,
            CommandSpec spec,
            CurrentActor actor,
            MultiValueMap<String, String> typed,
            Problem problem,
            String view) {
        PatientFile fresh = reads.file(actor, RESOURCE, pathwayId);
        boolean repeatable = problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value();
        long known = known(typed);
        if (!repeatable) {
            typed.remove(KEY);
        }
        typed.remove(VERSION);
        ModelAndView page = page(fresh, spec, actor, typed, problem, view);
        page.addObject("since", problem.code().equals("version-conflict") ? since(fresh, known) : List.of());
        if (!view.contains("::")) {
            page.setStatus(HttpStatus.valueOf(problem.status()));
        }
        return page;
    }

    private List<Since> since(PatientFile file, long known) {
        return file.pathway().facts().stream()
                .filter(each -> each.sequence() > known)
                .map(this::since)
                .toList();
    }

    private Since since(RecordedFact each) {
        return new Since(
                each.recordedAt(),
                staff.name(each.actor()),
                EventWords.title(each.fact()),
                EventWords.detail(each.fact()));
    }

    private ModelAndView page(
            PatientFile file,
            CommandSpec spec,
            CurrentActor actor,
            MultiValueMap<String, String> typed,
            @Nullable Problem problem,
            String view) {
        SiteTimes times = new SiteTimes(clock, file.zone());
        Policy policy = policies.inForceAt(times.now());
        FormChoices choices =
                new FormChoices(file, reference, standing, times, actor.role(), policy, () -> reads.alike(actor, file));
        CommandForm form =
                new CommandForm(choices::of, new FormValues(typed), times.now().atZone(file.zone()), policy, problem);
        ModelAndView page = new ModelAndView(view);
        page.addObject("id", file.pathway().pathwayId());
        page.addObject("times", times);
        page.addObject("who", PatientHeader.of(file, staff, times));
        page.addObject("sides", SidesView.of(file));
        page.addObject("spec", spec);
        page.addObject("inputs", form.inputs(fields(spec)));
        page.addObject("problem", problem);
        page.addObject("since", List.of());
        page.addObject("back", back(typed));
        page.addObject("locked", lock(file, spec, actor, times));
        late(page, typed, times, problem);
        page.addObject("key", typed.containsKey(KEY) ? typed.getFirst(KEY) : ids.get());
        page.addObject(
                "version",
                typed.containsKey(VERSION)
                        ? typed.getFirst(VERSION)
                        : file.pathway().sequence());
        return page;
    }

    /** The fields that the user fills in; the command's target identifier is not one of them. */
    private static List<FieldSpec> fields(CommandSpec spec) {
        return spec.fields().stream()
                .filter(field -> !field.name().equals(spec.target()))
                .toList();
    }

    /** Why the command is not available now; {@code null} if it is. */
    private @Nullable Lock lock(PatientFile file, CommandSpec spec, CurrentActor actor, SiteTimes times) {
        if (PersonCommands.is(spec) && spec.allows(actor.role())) {
            return null;
        }
        Availability availability = Availability.of(
                file.pathway().state(),
                spec,
                actor.role(),
                times.now().atZone(file.zone()).toOffsetDateTime(),
                policies.inForceAt(times.now()));
        return availability instanceof Availability.Locked locked ? Lock.of(locked, catalogue, file.zone()) : null;
    }

    /** An entry later than the policy's threshold needs a reason (INV-61). */
    private void late(
            ModelAndView page, MultiValueMap<String, String> typed, SiteTimes times, @Nullable Problem problem) {
        Policy policy = policies.inForceAt(times.now());
        LocalDateTime before = times.now()
                .minus(policy.durationOf(Threshold.LATE_ENTRY_HOURS))
                .atZone(times.zone())
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES);
        String time = typed.getFirst(OCCURRED);
        String reason = Objects.requireNonNullElse(typed.getFirst(LATE), "");
        page.addObject("lateBefore", before);
        page.addObject("lateHours", policy.of(Threshold.LATE_ENTRY_HOURS));
        page.addObject("lateReason", reason);
        page.addObject("lateMost", FormInput.written(LateReason.FIELD.max()));
        page.addObject(
                "lateError",
                problem == null ? null : problem.saidAt(LateReason.FIELD.name()).orElse(null));
        page.addObject("isLate", !reason.isBlank() || (time != null && isBefore(time, before)));
    }

    private static boolean isBefore(String typed, LocalDateTime threshold) {
        try {
            return LocalDateTime.parse(typed).isBefore(threshold);
        } catch (DateTimeParseException e) {
            return false; // the command reader reports the field
        }
    }

    private CommandSpec spec(String command) {
        return catalogue
                .ofPathways(command)
                .filter(spec -> !spec.phases().isEmpty())
                .or(() -> PersonCommands.find(catalogue, command))
                .orElseThrow(() -> new NotVisible(RESOURCE));
    }

    private static String own(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        if (value == null || value.isBlank()) {
            throw RequestFault.badField(null, "The form came without its own fields", "Open it again");
        }
        return value;
    }

    private static long known(MultiValueMap<String, String> typed) {
        String version = typed.getFirst(VERSION);
        return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : -1;
    }
}
