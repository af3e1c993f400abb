package org.crossface.web.pages.patient;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.crossface.coordination.ViewPositions;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.PurposeOfUse;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.pathway.authority.FieldSpec.Option;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.reference.ReferenceData.SurgicalSite;
import org.crossface.platform.api.Role;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.Envelope;
import org.crossface.platform.dispatch.Receipt;
import org.crossface.platform.numbers.RunningNumbers;
import org.crossface.web.api.command.Centres;
import org.crossface.web.api.command.CommandReader;
import org.crossface.web.api.command.CommandRequest;
import org.crossface.web.api.command.StreamIdentifiers;
import org.crossface.web.api.problem.Problem;
import org.crossface.web.api.problem.Problems;
import org.crossface.web.api.problem.RequestFault;
import org.crossface.web.fhir.BundleRefused;
import org.crossface.web.fhir.ReferralIntake;
import org.crossface.web.fhir.ReferralIntake.Taken;
import org.crossface.web.pages.SiteTimes;
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

/** Takes a referral: typed in, or as the FHIR bundles that another system has sent. */
@Controller
class ReferralPage {

    static final String PATH = "/referrals/new";

    private static final String PATIENT_AREA = "patient";
    private static final String REGISTER_PATIENT = "register-patient";
    private static final String REGISTER_REFERRAL = "register-referral";
    private static final String KEY = FormValues.OWN + "key";
    private static final String PATIENT = FormValues.OWN + "patient";
    private static final String SITE = "siteId";
    private static final Set<String> GIVEN = Set.of("patientId", "pathwayId", "number", "occurredAt", "identifiers");
    private static final Duration UNTIL_SHOWN = Duration.ofSeconds(3);
    private static final String TARGET = "POST " + PATH;

    private final CommandCatalogue catalogue;
    private final CommandReader reader;
    private final CommandDispatch dispatch;
    private final ReferralIntake intake;
    private final Centres centres;
    private final RunningNumbers numbers;
    private final StreamIdentifiers ids;
    private final ViewPositions views;
    private final Policies policies;
    private final SiteTimes times;
    private final Clock clock;

    ReferralPage(
            CommandCatalogue catalogue,
            CommandReader reader,
            CommandDispatch dispatch,
            ReferralIntake intake,
            Centres centres,
            RunningNumbers numbers,
            StreamIdentifiers ids,
            ViewPositions views,
            Policies policies,
            SiteTimes times,
            Clock clock) {
        this.catalogue = catalogue;
        this.reader = reader;
        this.dispatch = dispatch;
        this.intake = intake;
        this.centres = centres;
        this.numbers = numbers;
        this.ids = ids;
        this.views = views;
        this.policies = policies;
        this.times = times;
        this.clock = clock;
    }

    /**
     * What became of one uploaded bundle.
     *
     * @param pathwayId {@code null} when it was refused
     * @param place where in the bundle the fault is; empty when it was taken
     */
    record Uploaded(
            String file,
            @Nullable String pathwayId,
            boolean reasonMissing,
            String place,
            String reason,
            String remedy) {}

    /** Whether this role takes referrals. */
    static boolean opens(CommandCatalogue catalogue, Role role) {
        return catalogue
                .ofPathways(REGISTER_REFERRAL)
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
            return new ModelAndView("redirect:/pathways/" + receipt.streamId() + "?recorded=" + REGISTER_REFERRAL);
        } catch (RuntimeException e) {
            Problem problem = Problems.of(e);
            ModelAndView page = page(actor, typed, problem, List.of());
            page.setStatus(HttpStatus.valueOf(problem.status()));
            return page;
        }
    }

    /** Several bundles at once; what is wrong with one does not hold up the others. */
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
                results.add(upload(bundle, centre, envelope(actor, request)));
            }
        }
        return page(actor, new LinkedMultiValueMap<>(), null, results);
    }

    private Uploaded upload(MultipartFile file, SurgicalSite centre, Envelope envelope) {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "bundle");
        try {
            Taken taken =
                    intake.take(file.getBytes(), StandardCharsets.UTF_8, centre.siteId(), centre.zone(), envelope);
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
     * Registers the person and the referral. When the referral alone is refused, the form keeps the person, so that nobody is registered
     * twice.
     */
    private Receipt refer(MultiValueMap<String, String> typed, CurrentActor actor, HttpServletRequest request) {
        CommandSpec person = catalogue.find(PATIENT_AREA, REGISTER_PATIENT).orElseThrow();
        CommandSpec referral = catalogue.ofPathways(REGISTER_REFERRAL).orElseThrow();
        FormValues values = new FormValues(typed);
        String key = key(typed);
        String known = typed.getFirst(PATIENT);
        SurgicalSite centre = centre(actor, String.join("", values.all(SITE)));
        ZoneId zone = centre.zone();
        if (known == null || known.isBlank()) {
            ObjectNode body = values.json(ofPerson(person), zone);
            body.putArray("identifiers");
            body.put(SITE, centre.siteId());
            Object register = reader.read(person, ids.get(), Map.of(), body, zone);
            // The referral is read before the person is registered: what is malformed registers nobody.
            referral(referral, values, "unknown", "unknown", zone);
            Receipt registered =
                    dispatch.send(register, once(envelope(actor, request), key + "-person", body.toString()));
            typed.set(PATIENT, registered.streamId());
            known = registered.streamId();
        }
        Object refer = referral(referral, values, known, numbers.next("P"), zone);
        return dispatch.send(
                refer, once(envelope(actor, request), key + "-referral", String.valueOf(typed.toSingleValueMap())));
    }

    private Object referral(CommandSpec spec, FormValues values, String patientId, String number, ZoneId zone) {
        ObjectNode body = values.json(shown(spec), zone);
        body.put("patientId", patientId);
        return reader.read(spec, ids.get(), Map.of("number", number), body, zone);
    }

    private static Envelope envelope(CurrentActor actor, HttpServletRequest request) {
        return CommandRequest.envelope(request, actor, "UI", PurposeOfUse.usualOrReview(actor.role()));
    }

    /** The same rendered form sent twice is one referral, whatever it says the second time. */
    private static Envelope once(Envelope envelope, String key, String content) {
        return envelope.idempotent(new Envelope.Idempotency(key, TARGET, hash(content)));
    }

    private static String hash(String content) {
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
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

    private void admit(CurrentActor actor) {
        if (!opens(catalogue, actor.role())) {
            throw new AccessDeniedException("This role takes no referrals");
        }
    }

    /** The centre is chosen once, with the referral. */
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
        FormWriter writer = new FormWriter(
                field -> choices(field, sites),
                new FormValues(shown),
                clock.instant().atZone(times.zone()),
                policies.inForceAt(clock.instant()),
                problem);
        String patient = shown.getFirst(PATIENT);
        ModelAndView page = new ModelAndView("referral");
        page.addObject("times", times);
        page.addObject("sites", sites);
        page.addObject(
                "person",
                writer.inputs(
                        ofPerson(catalogue.find(PATIENT_AREA, REGISTER_PATIENT).orElseThrow())));
        page.addObject(
                "referral",
                writer.inputs(shown(catalogue.ofPathways(REGISTER_REFERRAL).orElseThrow())));
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
        return field.name().equals(SITE)
                ? sites.stream()
                        .map(site -> new Option(site.siteId(), site.name()))
                        .toList()
                : List.of();
    }
}
