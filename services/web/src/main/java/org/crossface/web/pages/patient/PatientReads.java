package org.crossface.web.pages.patient;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.crossface.coordination.board.Board;
import org.crossface.coordination.board.BoardRow;
import org.crossface.coordination.patient.PatientList;
import org.crossface.coordination.patient.PersonSearch;
import org.crossface.coordination.record.PathwayRecords;
import org.crossface.coordination.record.RecordedPathway;
import org.crossface.coordination.story.PatientIdentity;
import org.crossface.coordination.story.PatientStory;
import org.crossface.coordination.story.SummaryView;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.Asked;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.PurposeOfUse;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;
import org.crossface.pathway.authority.FieldSpec.Option;
import org.crossface.pathway.patient.PatientSites;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.reference.ReferenceData.SurgicalSite;
import org.crossface.web.pages.Names;

/** Reads a patient's file through the read gate. */
final class PatientReads {

    /** The most registrations of one birth date that a form offers. */
    private static final int MOST_ALIKE = 50;

    private final PathwayRecords records;
    private final PatientStory story;
    private final Board board;
    private final ReferenceData reference;
    private final PatientList patients;
    private final ReadGate gate;

    PatientReads(
            PathwayRecords records,
            PatientStory story,
            Board board,
            ReferenceData reference,
            PatientList patients,
            ReadGate gate) {
        this.reference = reference;
        this.records = records;
        this.story = story;
        this.board = board;
        this.patients = patients;
        this.gate = gate;
    }

    /**
     * The file of a pathway.
     *
     * @param resource name of the resource in the access log
     * @throws NotVisible if the pathway does not exist or is outside the user's sites
     */
    PatientFile file(CurrentActor actor, String resource, String pathwayId) {
        String purpose = PurposeOfUse.usualOrReview(actor.role());
        Supplier<Asked> asked = () -> story.belongs(pathwayId)
                .map(known -> Asked.of(known.patientId(), known.siteId()))
                .orElse(Asked.NOBODY);
        return gate.show(actor, resource, purpose, asked, () -> {
            RecordedPathway found = records.find(pathwayId).orElseThrow(() -> new NotVisible(resource));
            return new Shown<>(fileOf(found), subjects(found), Set.of(found.siteId()));
        });
    }

    /** The page names the linked registrations, too. */
    private Set<String> subjects(RecordedPathway found) {
        Set<String> all = new TreeSet<>(found.patientIds());
        all.addAll(reference.identitiesOf(found.patientId()));
        return all;
    }

    /** The other registrations of the same birth date that the user may see; linked ones have the same. */
    List<Option> alike(CurrentActor actor, PatientFile file) {
        PatientIdentity own = file.identity();
        if (own == null || own.birthDate() == null) {
            return List.of();
        }
        PersonSearch born = PersonSearch.of(own.birthDate());
        return gate.show(actor, "clinical/patients", PurposeOfUse.usualOrReview(actor.role()), () -> {
            List<PatientList.Entry> found = patients.page(born, actor.siteFilter(), null, MOST_ALIKE).stream()
                    .filter(each -> !each.patientId().equals(own.patientId()))
                    .toList();
            return new Shown<>(
                    found.stream()
                            .map(each -> new Option(
                                    each.patientId(),
                                    Names.FULL.of(each.familyName(), each.givenNames(), each.erased())))
                            .toList(),
                    found.stream().map(PatientList.Entry::patientId).collect(Collectors.toSet()),
                    found.stream()
                            .flatMap(each -> each.sites().stream())
                            .filter(actor::seesSite)
                            .collect(Collectors.toSet()));
        });
    }

    private PatientFile fileOf(RecordedPathway pathway) {
        PatientSites sites = reference.sitesOfPatient(pathway.patientId()).orElse(PatientSites.NONE);
        return new PatientFile(
                pathway,
                SummaryView.of(pathway.state()),
                story.identity(pathway.patientId()).orElse(null),
                board.byIds(List.of(pathway.pathwayId())).stream()
                        .findFirst()
                        .map(BoardRow::next)
                        .orElse(null),
                sites,
                reference.identitiesOf(pathway.patientId()).stream()
                        .filter(id -> !id.equals(pathway.patientId()))
                        .flatMap(id -> story.identity(id).stream())
                        .toList(),
                sites.sharedWith().stream()
                        .map(id -> reference.site(id).map(SurgicalSite::name).orElse(id))
                        .sorted()
                        .toList());
    }
}
