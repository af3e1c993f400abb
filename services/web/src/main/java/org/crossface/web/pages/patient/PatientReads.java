package org.crossface.web.pages.patient;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.crossface.coordination.board.Board;
import org.crossface.coordination.board.BoardRow;
import org.crossface.coordination.record.PathwayRecords;
import org.crossface.coordination.record.RecordedPathway;
import org.crossface.coordination.story.PatientStory;
import org.crossface.coordination.story.SummaryView;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.Asked;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.PurposeOfUse;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;
import org.crossface.pathway.patient.PatientSites;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.reference.ReferenceData.SurgicalSite;

/** Reads a patient's file through the read gate. */
final class PatientReads {

    private final PathwayRecords records;
    private final PatientStory story;
    private final Board board;
    private final ReferenceData reference;
    private final ReadGate gate;

    PatientReads(PathwayRecords records, PatientStory story, Board board, ReferenceData reference, ReadGate gate) {
        this.reference = reference;
        this.records = records;
        this.story = story;
        this.board = board;
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
