package org.crossface.web.pages.patient;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.crossface.coordination.record.RecordedFact;
import org.crossface.coordination.story.EventWords;
import org.crossface.coordination.story.Wording;
import org.crossface.pathway.adjunct.Adjuncts;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.pathway.authority.FieldSpec.Option;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.reference.ReferenceData.SurgicalSite;
import org.crossface.pathway.reference.registration.StandingData;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.surgery.MuscleFlap;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.crossface.web.pages.Names;
import org.crossface.web.pages.SiteTimes;

/** The options of fields that refer to another object, such as a room or a fact, for one pathway. */
final class FormChoices {

    private final PatientFile file;
    private final ReferenceData reference;
    private final StandingData standing;
    private final SiteTimes times;
    private final Role role;
    private final Policy policy;
    private final Supplier<List<Option>> others;

    /**
     * @param role of the user; a concern is offered to whoever closes it, and a task to whom it concerns
     * @param policy by which tasks are due
     * @param others the registrations that may be the same person; asked only by the form that links them
     */
    FormChoices(
            PatientFile file,
            ReferenceData reference,
            StandingData standing,
            SiteTimes times,
            Role role,
            Policy policy,
            Supplier<List<Option>> others) {
        this.file = file;
        this.reference = reference;
        this.standing = standing;
        this.times = times;
        this.role = role;
        this.policy = policy;
        this.others = others;
    }

    /** The options of this field; empty for a free text field. */
    List<Option> of(FieldSpec field) {
        return switch (field.refersTo()) {
            case null -> List.of();
            case OPERATION ->
                Offers.openCases(file.state()).stream().map(this::option).toList();
            case FLAP ->
                file.state().flaps().candidates().stream().map(this::option).toList();
            case PRACTITIONER -> surgeons();
            case FACILITY -> facilities();
            case DEVICE -> devices();
            case ROOM -> rooms();
            case OWN_SITE -> List.of(); // these commands create a stream; a pathway's page has no form for them
            case SITE -> centres(site -> true);
            case OTHER_SITE -> centres(site -> !knows(site));
            case SHARED_SITE -> centres(file.sites().sharedWith()::contains);
            case OTHER_PERSON -> others.get();
            case LINKED_PERSON -> linked();
            case FACT -> facts();
            case CONTRADICTION -> contradictions();
            case CONCERN -> concerns();
            case TASK -> tasks();
            case OVERRIDE -> overrides();
            case WAITING_FACT -> waiting();
            case MEDIA -> media();
            case PLANNED_ADJUNCT -> adjuncts(file.state().adjuncts().open());
            case IMPLANT -> adjuncts(file.state().adjuncts().implanted());
            case RED_FLAG -> flags();
            case COMPLICATION -> complications();
            case TIME_ZONE -> zones();
        };
    }

    /** The zones that have a place in their name; the one of the surgery centre, which is the usual one, comes first. */
    private List<Option> zones() {
        return Stream.concat(
                        Stream.of(file.zone().getId()),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(FormChoices::namesAPlace)
                                .sorted())
                .distinct()
                .map(zone -> new Option(zone, zone.replace('_', ' ')))
                .toList();
    }

    private static boolean namesAPlace(String zone) {
        return zone.indexOf('/') > 0 && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/");
    }

    private List<Option> linked() {
        return file.linked().stream()
                .map(each ->
                        new Option(each.patientId(), Names.FULL.of(each.familyName(), each.givenName(), each.erased())))
                .toList();
    }

    private List<Option> contradictions() {
        return file.state().oversight().contradictions().stream()
                .map(each -> new Option(
                        each.contradictionId(),
                        each.rule() + (each.finding() == null ? "" : ", " + each.finding()) + ", "
                                + times.dateTime(each.since().toInstant())))
                .toList();
    }

    private List<Option> concerns() {
        return file.state().oversight().concerns().stream()
                .filter(each -> each.kind().owners().contains(role))
                .map(each -> new Option(
                        each.concernId(),
                        Wording.capital(Wording.words(each.kind())) + ", "
                                + times.dateTime(each.since().toInstant())))
                .toList();
    }

    private List<Option> tasks() {
        return Timetable.of(file.state(), policy).at(times.now()).stream()
                .filter(task ->
                        task.timer().kind().asksForWork() && task.concerned().contains(role))
                .map(task -> new Option(
                        task.name(),
                        task.label()
                                + (task.due() == null
                                        ? ""
                                        : ", due " + times.date(task.due().at()))))
                .toList();
    }

    private List<Option> overrides() {
        return file.state().oversight().unreviewed().stream()
                .map(each -> new Option(
                        each.factId(),
                        each.rule() + " for " + each.command() + ", "
                                + times.dateTime(each.since().toInstant())))
                .toList();
    }

    private List<Option> waiting() {
        return file.state().waiting().stream()
                .map(each -> new Option(
                        each.factId(),
                        EventWords.title(each) + ", "
                                + times.dateTime(each.occurredAt().toInstant())))
                .toList();
    }

    private List<Option> media() {
        return file.state().consents().media().reversed().stream()
                .map(each -> new Option(
                        each.mediaId(),
                        Wording.capital(Wording.words(each.kind())) + ", "
                                + times.dateTime(each.at().toInstant())))
                .toList();
    }

    private List<Option> adjuncts(List<Adjuncts.Adjunct> adjuncts) {
        return adjuncts.stream()
                .map(each -> new Option(
                        each.adjunctId(),
                        Wording.capital(Wording.words(each.kind())) + ", " + each.side()
                                + (each.performedAt() == null
                                        ? ""
                                        : ", "
                                                + times.dateTime(
                                                        each.performedAt().toInstant()))))
                .toList();
    }

    private List<Option> flags() {
        return file.state().afterCare().followUp().flags().reversed().stream()
                .map(flag -> new Option(
                        flag.flagId(),
                        Wording.capital(Wording.words(flag.flag())) + ", "
                                + times.dateTime(flag.raisedAt().toInstant())))
                .toList();
    }

    private List<Option> complications() {
        return List.copyOf(file.state().afterCare().complications().entrySet()).reversed().stream()
                .map(each -> new Option(
                        each.getKey(),
                        Wording.capital(Wording.words(each.getValue().type())) + ", "
                                + times.date(each.getValue().onsetOn())))
                .toList();
    }

    private Option option(SurgicalCase operation) {
        return new Option(
                operation.caseId(),
                (operation.isReturn()
                                ? "Return to theatre"
                                : operation.stage() == Stage.ONE ? "Stage one" : "Stage two")
                        + ", "
                        + times.date(operation.startsAt().toInstant()) + ", " + operation.room());
    }

    private Option option(MuscleFlap flap) {
        LocalDate operated = flap.operatedOn();
        return new Option(
                flap.flapId(),
                (flap.side() == null ? "Muscle" : Wording.capital(Wording.words(flap.side())) + " side")
                        + (operated == null ? "" : ", " + times.date(operated)));
    }

    private List<Option> surgeons() {
        return standing.practitioners().stream()
                .map(each -> new Option(each.practitionerId(), each.name()))
                .toList();
    }

    private List<Option> facilities() {
        return standing.facilities().stream()
                .map(each -> new Option(each.facilityId(), each.name() + (each.flapCapable() ? ", checks flaps" : "")))
                .toList();
    }

    private List<Option> devices() {
        return standing.devices().stream()
                .filter(each -> each.siteId().equals(file.pathway().siteId())
                        && each.servesAt(times.now().atZone(file.zone()).toOffsetDateTime()))
                .map(each -> new Option(each.deviceId(), each.name() + " (" + Wording.words(each.kind()) + ")"))
                .toList();
    }

    private List<Option> centres(Predicate<String> offered) {
        return standing.sites().stream()
                .filter(site -> offered.test(site.siteId()))
                .map(site -> new Option(site.siteId(), site.name()))
                .toList();
    }

    private boolean knows(String siteId) {
        return file.sites().all().contains(siteId) || file.pathway().siteId().equals(siteId);
    }

    private List<Option> rooms() {
        return reference.site(file.pathway().siteId()).map(SurgicalSite::rooms).stream()
                .flatMap(rooms -> rooms.stream().sorted())
                .map(room -> new Option(room, room))
                .toList();
    }

    private List<Option> facts() {
        List<Option> facts = new ArrayList<>();
        for (RecordedFact each : file.pathway().facts().reversed()) {
            facts.add(new Option(
                    each.fact().factId(),
                    EventWords.title(each.fact()) + ", "
                            + times.dateTime(each.fact().occurredAt().toInstant())));
        }
        return facts;
    }
}
