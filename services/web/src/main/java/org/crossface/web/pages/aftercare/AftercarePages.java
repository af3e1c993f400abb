package org.crossface.web.pages.aftercare;

import java.time.Clock;
import org.crossface.coordination.aftercare.AftercareList;
import org.crossface.coordination.record.PathwayRecords;
import org.crossface.identity.gate.ReadGate;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.patient.identity.KnownPersons;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.web.aftercare.AftercareReads;
import org.crossface.web.pages.RailEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The controller of this page, what it asks, and its entry in the rail. */
@Configuration(proxyBeanMethods = false)
@Import(AftercarePage.class)
public class AftercarePages {

    @Bean
    AftercareReads aftercareReads(
            AftercareList list,
            PathwayRecords states,
            KnownPersons persons,
            ReferenceData reference,
            CommandCatalogue catalogue,
            Policies policies,
            ReadGate gate,
            Clock clock) {
        return new AftercareReads(list, states, persons, reference, catalogue, policies, gate, clock);
    }

    @Bean
    RailEntry aftercareEntry() {
        return new RailEntry(
                30,
                AftercarePage.PATH,
                "heart-pulse",
                "After-care",
                false,
                true,
                role -> ReadGate.opens(role, AftercareReads.RESOURCE));
    }
}
