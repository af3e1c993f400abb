package org.crossface.web.pages.patient;

import org.crossface.coordination.board.Board;
import org.crossface.coordination.patient.PatientList;
import org.crossface.coordination.record.PathwayRecords;
import org.crossface.coordination.story.PatientStory;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.users.Users;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.web.pages.RailEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The controllers of these pages and their reads. */
@Configuration(proxyBeanMethods = false)
@Import({PatientPage.class, CommandFormPage.class, ReferralPage.class, DocumentPage.class})
public class PatientPages {

    @Bean
    PatientReads patientReads(
            PathwayRecords records,
            PatientStory story,
            Board board,
            ReferenceData reference,
            PatientList patients,
            ReadGate gate) {
        return new PatientReads(records, story, board, reference, patients, gate);
    }

    @Bean
    RailEntry referralEntry(CommandCatalogue catalogue) {
        return new RailEntry(
                30, ReferralPage.PATH, "plus", "Refer", false, true, role -> ReferralPage.opens(catalogue, role));
    }

    @Bean
    Staff staff(Users users, ReferenceData reference) {
        return new Staff(users, reference);
    }
}
