package org.crossface.coordination.patient;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossface.coordination.projection.Rows;
import org.crossface.coordination.projection.Tables;
import org.crossface.coordination.views.PathwayUpdate;
import org.crossface.coordination.views.View;
import org.crossface.pathway.intake.PathwayAssignedToPerson;
import org.crossface.pathway.patient.BirthDateCorrected;
import org.crossface.pathway.patient.ContactCorrected;
import org.crossface.pathway.patient.DeathRecorded;
import org.crossface.pathway.patient.DeathRetracted;
import org.crossface.pathway.patient.IdentifiersCorrected;
import org.crossface.pathway.patient.LanguageCorrected;
import org.crossface.pathway.patient.NameCorrected;
import org.crossface.pathway.patient.PatientEvent;
import org.crossface.pathway.patient.PatientRegistered;
import org.crossface.pathway.patient.PatientShared;
import org.crossface.pathway.patient.PatientSharingEnded;
import org.crossface.pathway.patient.PatientTakenOn;
import org.crossface.pathway.patient.PersonsLinked;
import org.crossface.pathway.patient.PersonsUnlinked;
import org.crossface.pathway.patient.RepresentativeNamed;
import org.crossface.pathway.patient.SexCorrected;
import org.crossface.pathway.patient.SubjectErased;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The identity of each patient, until erasure, and the patient's surgery centres and pathways. No other view holds names. */
public final class PatientView implements View {

    @Override
    public String name() {
        return "patient";
    }

    @Override
    public int revision() {
        return 4;
    }

    @Override
    public void write(Rows rows, PathwayUpdate update) {
        // The position of the fact that says so, and not of the last one of the update: a rebuild reads more facts at
        // once.
        update.facts().stream()
                .filter(PatientView::tellsWhose)
                .reduce((earlier, later) -> later)
                .ifPresent(fact -> rows.row("pathway", "pathway_id")
                        .set("pathway_id", update.pathwayId())
                        .set("patient_id", update.state().intake().personId())
                        .set("position", fact.recorded().position())
                        .write());
    }

    private static boolean tellsWhose(PathwayUpdate.Fact fact) {
        return fact.recorded().sequence() == 0 || fact.event() instanceof PathwayAssignedToPerson;
    }

    @Override
    public void write(Rows rows, PatientEvent event, long position) {
        switch (event) {
            case PatientRegistered registered ->
                rows.row("patient", "patient_id")
                        .set("patient_id", registered.patientId())
                        .set("family_name", registered.familyName())
                        .set("given_name", registered.givenNames())
                        .set("birth_date", registered.birthDate())
                        .set("search", PersonSearch.textOf(registered.familyName(), registered.givenNames()))
                        .set("zone", registered.timeZone())
                        .set("erased", false)
                        .set("position", position)
                        .write();
            case SubjectErased erased ->
                rows.row("patient", "patient_id")
                        .set("patient_id", erased.patientId())
                        .set("family_name", null)
                        .set("given_name", null)
                        .set("birth_date", null)
                        .set("search", null)
                        .set("erased", true)
                        .set("position", position)
                        .write();
            case PatientTakenOn taken -> site(rows, taken.patientId(), taken.siteId(), "HOME", position);
            case PatientShared shared -> site(rows, shared.patientId(), shared.siteId(), "SHARED", position);
            case PatientSharingEnded ended -> site(rows, ended.patientId(), ended.siteId(), "ENDED", position);
            case RepresentativeNamed named -> {}
            case ContactCorrected corrected -> {}
            case SexCorrected corrected -> {}
            case LanguageCorrected corrected -> {}
            case IdentifiersCorrected corrected -> {}
            case BirthDateCorrected corrected ->
                rows.row("patient", "patient_id")
                        .set("patient_id", corrected.patientId())
                        .set("birth_date", corrected.birthDate())
                        .set("erased", false)
                        .set("position", position)
                        .write();
            case NameCorrected corrected ->
                rows.row("patient", "patient_id")
                        .set("patient_id", corrected.patientId())
                        .set("family_name", corrected.familyName())
                        .set("given_name", corrected.givenNames())
                        .set("search", PersonSearch.textOf(corrected.familyName(), corrected.givenNames()))
                        .set("erased", false)
                        .set("position", position)
                        .write();
            case PersonsLinked linked ->
                main(
                        rows,
                        linked.patientId(),
                        linked.mainPatientId().equals(linked.patientId()) ? null : linked.mainPatientId(),
                        position);
            case PersonsUnlinked unlinked -> main(rows, unlinked.patientId(), null, position);
            case DeathRecorded died -> {}
            case DeathRetracted lives -> {}
        }
    }

    private static void main(Rows rows, String patientId, @Nullable String mainId, long position) {
        rows.row("patient", "patient_id")
                .set("patient_id", patientId)
                .set("main_id", mainId)
                .set("erased", false)
                .set("position", position)
                .write();
    }

    private static void site(Rows rows, String patientId, String siteId, String knownAs, long position) {
        rows.row("patient_site", "patient_id", "site_id")
                .set("patient_id", patientId)
                .set("site_id", siteId)
                .set("known_as", knownAs)
                .set("position", position)
                .write();
    }

    @Override
    public Map<String, List<String>> pathwaysOf(Collection<String> patientIds, JdbcTemplate jdbc, Tables tables) {
        Map<String, List<String>> found = new HashMap<>();
        jdbc.query(
                "SELECT patient_id, pathway_id FROM " + tables.name("pathway") + " WHERE patient_id = ANY (?)",
                rs -> {
                    found.computeIfAbsent(rs.getString(1), id -> new ArrayList<>())
                            .add(rs.getString(2));
                },
                (Object) patientIds.toArray(String[]::new));
        return found;
    }
}
