package org.crossface.web.pages.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crossface.coordination.record.RecordedFact;
import org.crossface.coordination.story.EventWords;
import org.crossface.coordination.story.Wording;
import org.crossface.pathway.Stage;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.pathway.authority.FieldSpec.Option;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.reference.ReferenceData.SurgicalSite;
import org.crossface.pathway.reference.StandingData;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.web.pages.SiteTimes;

/** What a field that names something else, such as a room or a fact, may name for one pathway. */
final class FormChoices {

    private final PatientFile file;
    private final ReferenceData reference;
    private final StandingData standing;
    private final SiteTimes times;
    private final boolean ending;

    /** @param ending whether the command ends a sharing */
    FormChoices(PatientFile file, ReferenceData reference, StandingData standing, SiteTimes times, boolean ending) {
        this.ending = ending;
        this.file = file;
        this.reference = reference;
        this.standing = standing;
        this.times = times;
    }

    /** The choices of this field; empty when it names nothing, so that it is typed. */
    List<Option> of(FieldSpec field) {
        return switch (field.name()) {
            case "caseId", "operatingCaseId" ->
                Offers.openCases(file.state()).stream().map(this::option).toList();
            case "surgeonId", "surgeonIds", "secondSurgeonId", "physicianId" -> surgeons();
            case "facilityId" -> facilities();
            case "room" -> rooms();
            case "siteId" -> centres();
            case "targetFactId" -> facts();
            case "flagId" ->
                file.state().afterCare().followUp().flags().reversed().stream()
                        .map(flag -> new Option(
                                flag.flagId(),
                                Wording.capital(Wording.words(flag.flag())) + ", "
                                        + times.dateTime(flag.raisedAt().toInstant())))
                        .toList();
            case "complicationId" ->
                List.copyOf(file.state().afterCare().complications().entrySet()).reversed().stream()
                        .map(each -> new Option(
                                each.getKey(),
                                Wording.capital(Wording.words(each.getValue().type())) + ", "
                                        + times.date(each.getValue().onsetOn())))
                        .toList();
            default -> List.of();
        };
    }

    private Option option(SurgicalCase operation) {
        return new Option(
                operation.caseId(),
                (operation.stage() == Stage.ONE ? "Stage one" : "Stage two") + ", "
                        + times.date(operation.startsAt().toInstant()) + ", " + operation.room());
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

    /** To share with: those that do not know the patient; to end a sharing: those that the patient is shared with. */
    private List<Option> centres() {
        Set<String> shared = file.sites().sharedWith();
        return standing.sites().stream()
                .filter(site -> ending ? shared.contains(site.siteId()) : !knows(site.siteId()))
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
