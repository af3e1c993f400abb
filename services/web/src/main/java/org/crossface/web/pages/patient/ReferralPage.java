package org.crossface.web.pages.patient;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.crossface.coordination.ViewPositions;
import org.crossface.identity.CurrentActor;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.pathway.authority.FieldSpec.Option;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.pathway.patient.identity.KnownPersons.Candidate;
import org.crossface.pathway.patient.registration.RegisterPatient;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.reference.ReferenceData.SurgicalSite;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.platform.api.Role;
import org.crossface.platform.dispatch.Envelope;
import org.crossface.platform.dispatch.Receipt;
import org.crossface.web.command.Centres;
import org.crossface.web.command.CommandEntry;
import org.crossface.web.command.CommandEntry.Sent;
import org.crossface.web.command.CommandRequest;
import org.crossface.web.command.StreamIdentifiers;
import org.crossface.web.fhir.BundleRefused;
import org.crossface.web.fhir.ReferralIntake;
import org.crossface.web.fhir.ReferralIntake.Taken;
import org.crossface.web.pages.SiteTimes;
import org.crossface.web.problem.PersonsAlike;
import org.crossface.web.problem.Problem;
import org.crossface.web.problem.Problems;
import org.crossface.web.problem.RequestFault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.ObjectNode;

/** Accepts referrals from a form or as uploaded FHIR bundles. */
@Controller
class ReferralPage {

    static final String PATH = "/referrals/new";

    private static final String KEY = FormValues.OWN + "key";
    private static final String PATIENT = FormValues.OWN + "patient";
    /** Who the person is, as the user decides: an identifier, or {@link #OTHER}. */
    private static final String WHO = FormValues.OWN + "who";

    /** The bundle that waits for the answer, in Base64. */
    private static final String KEPT = FormValues.OWN + "kept";

    /** The name of its file. */
    private static final String NAME = FormValues.OWN + "name";

    /** The registered persons that were offered. */
    private static final String ALIKE = FormValues.OWN + "alike";

    private static final String OTHER = "other";
    private static final String PATIENT_ID = "patientId";
    private static final String SITE = "siteId";
    private static final Set<String> GIVEN =
            Set.of(PATIENT_ID, "pathwayId", "number", "occurredAt", "identifiers", "differentFromIds", "reasonCodes");
    private static final Duration UNTIL_SHOWN = Duration.ofSeconds(3);
    private static final String TARGET = "POST " + PATH;

    private final CommandCatalogue catalogue;
    private final CommandEntry entry;
    private final ReferralIntake intake;
    private final Centres centres;
    private final StreamIdentifiers ids;
    private final ViewPositions views;
    private final Policies policies;
    private final SiteTimes times;
    private final Clock clock;

    ReferralPage(
            CommandCatalogue catalogue,
            CommandEntry entry,
            ReferralIntake intake,
            Centres centres,
            StreamIdentifiers ids,
            ViewPositions views,
            Policies policies,
            SiteTimes times,
            Clock clock) {
        this.catalogue = catalogue;
        this.entry = entry;
        this.intake = intake;
        this.centres = centres;
        this.ids = ids;
        this.views = views;
        this.policies = policies;
        this.times = times;
        this.clock = clock;
    }

    /**
     * The result of one uploaded bundle.
     *
     * @param pathwayId {@code null} if the bundle was refused
     * @param place location of the error in the bundle; empty if it was accepted
     * @param corrections what the bundle says otherwise than the record of the person whom it joined
     * @param question who the person may be; {@code null} if nobody has to decide
     */
    record Uploaded(
            String file,
            @Nullable String pathwayId,
            boolean reasonMissing,
            String place,
            String reason,
            String remedy,
            List<Difference> corrections,
            @Nullable Question question) {

        private static Uploaded refused(String file, String place, String reason, String remedy) {
            return new Uploaded(file, null, false, place, reason, remedy, List.of(), null);
        }
    }

    /**
     * What a bundle says otherwise than the record of the person.
     *
     * @param command that changes it, such as {@code correct-contact}; empty where none does
     * @param fields the names of the fields
     * @param documentId the kept bundle, whose values the form shows
     */
    record Difference(String command, String fields, String documentId) {}

    /**
     * Who the person of a bundle may be.
     *
     * @param kept the bundle, in Base64, which is sent again with the answer
     * @param site to which it refers
     */
    record Question(String kept, String site, List<Candidate> candidates) {}

    /** Whether this role may record referrals. */
    static boolean opens(CommandCatalogue catalogue, Role role) {
        return catalogue
                .find(RegisterReferral.class)
                .map(spec -> spec.allows(role))
                .orElse(false);
    }

    @GetMapping(PATH)
    ModelAndView form(@AuthenticationPrincipal CurrentActor actor) {
        return page(actor, new LinkedMultiValueMap<>(), null, List.of());
    }

    @PostMapping(PATH)
    ModelAndView take(
            @RequestParam MultiValueMap<String, String> given,
            @AuthenticationPrincipal CurrentActor actor,
            HttpServletRequest request) {
        admit(actor);
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>(given);
        try {
            Receipt receipt = refer(typed, actor, request);
            views.awaitPosition(receipt.position(), UNTIL_SHOWN);
            return new ModelAndView("redirect:/pathways/" + receipt.streamId() + "?recorded="
                    + referral().kebabName());
        } catch (RuntimeException e) {
            Problem problem = Problems.of(e);
            ModelAndView page = page(actor, typed, problem, List.of());
            page.setStatus(HttpStatus.valueOf(problem.status()));
            return page;
        }
    }

    /** Uploads several bundles, or one again with the answer who its person is; an invalid bundle does not affect the others. */
    @PostMapping("/referrals/bundles")
    ModelAndView upload(
            @RequestParam(name = "bundle", required = false) @Nullable List<MultipartFile> bundles,
            @RequestParam(defaultValue = "") String site,
            @RequestParam MultiValueMap<String, String> given,
            @AuthenticationPrincipal CurrentActor actor,
            HttpServletRequest request) {
        admit(actor);
        SurgicalSite centre = centre(actor, site);
        List<Uploaded> results = new ArrayList<>();
        for (MultipartFile bundle : bundles == null ? List.<MultipartFile>of() : bundles) {
            if (!bundle.isEmpty()) {
                results.add(upload(bundle, centre, CommandRequest.ofForm(request, actor)));
            }
        }
        if (given.containsKey(KEPT)) {
            results.add(answered(given, centre, CommandRequest.ofForm(request, actor)));
        }
        return page(actor, new LinkedMultiValueMap<>(), null, results);
    }

    private Uploaded upload(MultipartFile file, SurgicalSite centre, Envelope envelope) {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "bundle");
        try {
            return taken(name, file.getBytes(), centre, "", List.of(), envelope);
        } catch (IOException e) {
            return Uploaded.refused(name, "Bundle", "The file did not arrive whole", "Send it again");
        }
    }

    /** The bundle that was kept in the page, with who its person is. */
    private Uploaded answered(MultiValueMap<String, String> given, SurgicalSite centre, Envelope envelope) {
        String name = Objects.requireNonNullElse(given.getFirst(NAME), "bundle");
        String who = Objects.requireNonNullElse(given.getFirst(WHO), "");
        if (who.isBlank()) {
            return Uploaded.refused(
                    name, "person", "It is not said who the person is", "Choose one, or say that it is somebody else");
        }
        try {
            byte[] bundle = Base64.getDecoder().decode(Objects.requireNonNullElse(given.getFirst(KEPT), ""));
            return who.equals(OTHER)
                    ? taken(name, bundle, centre, "", given.getOrDefault(ALIKE, List.of()), envelope)
                    : taken(name, bundle, centre, who, List.of(), envelope);
        } catch (IllegalArgumentException e) {
            return Uploaded.refused(name, "Bundle", "The file did not arrive whole", "Send it again");
        }
    }

    private Uploaded taken(
            String name,
            byte[] bundle,
            SurgicalSite centre,
            String person,
            List<String> differentFrom,
            Envelope envelope) {
        try {
            Taken taken = intake.take(bundle, StandardCharsets.UTF_8, centre, person, differentFrom, envelope);
            return new Uploaded(name, taken.pathwayId(), taken.reasonMissing(), "", "", "", differences(taken), null);
        } catch (BundleRefused e) {
            return Uploaded.refused(name, e.place(), String.valueOf(e.getMessage()), e.remedy());
        } catch (PersonsAlike e) {
            return new Uploaded(
                    name,
                    null,
                    false,
                    "",
                    "",
                    "",
                    List.of(),
                    new Question(Base64.getEncoder().encodeToString(bundle), centre.siteId(), e.candidates()));
        } catch (RuntimeException e) {
            Problem problem = Problems.of(e);
            return Uploaded.refused(name, "Bundle", problem.detail(), Objects.requireNonNullElse(problem.remedy(), ""));
        }
    }

    private static List<Difference> differences(Taken taken) {
        Map<String, List<String>> byCommand = new TreeMap<>();
        taken.differs()
                .forEach(field -> byCommand
                        .computeIfAbsent(PersonCommands.correcting(field), command -> new ArrayList<>())
                        .add(field));
        return byCommand.entrySet().stream()
                .map(each -> new Difference(each.getKey(), String.join(", ", each.getValue()), taken.documentId()))
                .toList();
    }

    /**
     * Registers the person and the referral. If only the referral is refused, the form keeps the person's identifier, so that the person is
     * not registered twice.
     */
    private Receipt refer(MultiValueMap<String, String> typed, CurrentActor actor, HttpServletRequest request) {
        FormValues values = new FormValues(typed);
        String key = key(typed);
        String known = known(typed);
        SurgicalSite centre = centre(actor, String.join("", values.all(SITE)));
        ObjectNode referral = values.json(shown(referral()), centre.zone()).put(PATIENT_ID, "");
        Sent refer = entry.referral(referral, centre.zone());
        if (known == null || known.isBlank()) {
            ObjectNode person = values.json(ofPerson(person()), centre.zone()).put(SITE, centre.siteId());
            person.putArray("identifiers");
            if (OTHER.equals(typed.getFirst(WHO))) {
                values.all(ALIKE).forEach(person.putArray("differentFromIds")::add);
            }
            Sent register = entry.person(person, centre.zone());
            // Both commands are parsed before the first is sent, so that malformed input registers no person.
            entry.requireReadable(refer, register);
            Envelope once = CommandRequest.ofForm(request, actor, key + "-person", TARGET, person.toString());
            known = entry.give(register, once).streamId();
            typed.set(PATIENT, known);
        }
        referral.put(PATIENT_ID, known);
        String content = String.valueOf(typed.toSingleValueMap());
        return entry.give(refer, CommandRequest.ofForm(request, actor, key + "-referral", TARGET, content));
    }

    /** The registered person: one whom this form registered, or one of those offered; {@code null} for a new one. */
    private static @Nullable String known(MultiValueMap<String, String> typed) {
        String who = typed.getFirst(WHO);
        return who == null || who.isBlank() || who.equals(OTHER) ? typed.getFirst(PATIENT) : who;
    }

    private static String key(MultiValueMap<String, String> typed) {
        String key = typed.getFirst(KEY);
        if (key == null || key.isBlank()) {
            throw RequestFault.badField(null, "The form came without its own fields", "Open it again");
        }
        return key;
    }

    private SurgicalSite centre(CurrentActor actor, String siteId) {
        return centres.named(siteId, actor)
                .orElseThrow(() -> RequestFault.badField(
                        "siteId", "No surgery centre is chosen", "Choose one of your surgery centres"));
    }

    private CommandSpec person() {
        return catalogue.find(RegisterPatient.class).orElseThrow();
    }

    private CommandSpec referral() {
        return catalogue.find(RegisterReferral.class).orElseThrow();
    }

    private void admit(CurrentActor actor) {
        if (!opens(catalogue, actor.role())) {
            throw new AccessDeniedException("This role takes no referrals");
        }
    }

    /** Omits the centre: the user chooses it once, with the referral. */
    private static List<FieldSpec> ofPerson(CommandSpec spec) {
        return shown(spec).stream().filter(field -> !field.name().equals(SITE)).toList();
    }

    private static List<FieldSpec> shown(CommandSpec spec) {
        return spec.fields().stream()
                .filter(field -> !GIVEN.contains(field.name()))
                .toList();
    }

    private ModelAndView page(
            CurrentActor actor,
            MultiValueMap<String, String> typed,
            @Nullable Problem problem,
            List<Uploaded> results) {
        admit(actor);
        List<SurgicalSite> sites = centres.of(actor);
        MultiValueMap<String, String> shown = new LinkedMultiValueMap<>(typed);
        if (!shown.containsKey(KEY)) {
            defaults(shown);
        }
        CommandForm form = new CommandForm(
                field -> choices(field, sites),
                new FormValues(shown),
                clock.instant().atZone(times.zone()),
                policies.inForceAt(clock.instant()),
                problem);
        String patient = shown.getFirst(PATIENT);
        ModelAndView page = new ModelAndView("referral");
        page.addObject("times", times);
        page.addObject("sites", sites);
        page.addObject("person", form.inputs(ofPerson(person())));
        page.addObject("referral", form.inputs(shown(referral())));
        page.addObject("patient", patient == null || patient.isBlank() ? null : patient);
        page.addObject("problem", problem);
        page.addObject("results", results);
        page.addObject("key", problem == null || patient != null ? shown.getFirst(KEY) : ids.get());
        return page;
    }

    private void defaults(MultiValueMap<String, String> shown) {
        shown.set(KEY, ids.get());
        shown.set("referredOn", times.today().toString());
        shown.set("timeZone", times.zone().getId());
        shown.set("language", "en-US");
        shown.set("interpreterNeeded", "false");
    }

    private static List<Option> choices(FieldSpec field, List<SurgicalSite> sites) {
        return field.refersTo() == Referent.OWN_SITE
                ? sites.stream()
                        .map(site -> new Option(site.siteId(), site.name()))
                        .toList()
                : List.of();
    }
}
