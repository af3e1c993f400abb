package org.crossface.web.pages.patient;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.crossface.coordination.ViewPositions;
import org.crossface.identity.CurrentActor;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.pathway.authority.FieldSpec.Option;
import org.crossface.pathway.intake.referral.RegisterReferral;
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

    /** The registered persons that were offered. */
    private static final String ALIKE = FormValues.OWN + "alike";

    private static final String OTHER = "other";
    private static final String PATIENT_ID = "patientId";
    private static final String SITE = "siteId";
    private static final Set<String> GIVEN =
            Set.of(PATIENT_ID, "pathwayId", "number", "occurredAt", "identifiers", "differentFromIds");
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
     */
    record Uploaded(
            String file,
            @Nullable String pathwayId,
            boolean reasonMissing,
            String place,
            String reason,
            String remedy) {}

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

    /** Uploads several bundles; an invalid bundle does not affect the others. */
    @PostMapping("/referrals/bundles")
    ModelAndView upload(
            @RequestParam(name = "bundle", required = false) @Nullable List<MultipartFile> bundles,
            @RequestParam(defaultValue = "") String site,
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
        return page(actor, new LinkedMultiValueMap<>(), null, results);
    }

    private Uploaded upload(MultipartFile file, SurgicalSite centre, Envelope envelope) {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "bundle");
        try {
            Taken taken = intake.take(file.getBytes(), StandardCharsets.UTF_8, centre, envelope);
            return new Uploaded(name, taken.pathwayId(), taken.reasonMissing(), "", "", "");
        } catch (BundleRefused e) {
            return new Uploaded(name, null, false, e.place(), String.valueOf(e.getMessage()), e.remedy());
        } catch (IOException e) {
            return new Uploaded(name, null, false, "Bundle", "The file did not arrive whole", "Send it again");
        } catch (RuntimeException e) {
            Problem problem = Problems.of(e);
            String remedy = problem.remedy() == null ? "" : problem.remedy();
            return new Uploaded(name, null, false, "Bundle", problem.detail(), remedy);
        }
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
