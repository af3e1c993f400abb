package org.crossface.web.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.time.Duration;
import org.crossface.pathway.authority.PatientReach.Pathways;
import org.crossface.pathway.intake.trial.IntakeTrial;
import org.crossface.pathway.patient.identity.KnownPersons;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.platform.api.Reservations;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.documents.DocumentVault;
import org.crossface.platform.numbers.RunningNumbers;
import org.crossface.web.command.Centres;
import org.crossface.web.documents.ParsingPool;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The FHIR side of the API. */
@Configuration(proxyBeanMethods = false)
public class FhirConfiguration {

    private static final int THREADS = 2;
    private static final int WAITING = 8;

    /** Limit from the first byte to the commands; the largest bundle needs far less. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** Bundles are parsed on their own threads, so that commands do not wait for them. */
    @Bean
    ParsingPool bundleParsing() {
        return new ParsingPool(THREADS, WAITING, LIMIT);
    }

    @Bean
    ReferralIntake referralIntake(
            ParsingPool bundleParsing,
            CommandDispatch dispatch,
            DocumentVault vault,
            ReferredPerson referredPerson,
            IntakeTrial trial,
            RunningNumbers numbers,
            Clock clock) {
        ReferralBundleReader reader = new ReferralBundleReader(FhirContext.forR4Cached());
        Thread.ofPlatform().daemon().name("bundle-warm-up").start(reader::warmUp);
        return new ReferralIntake(
                reader, bundleParsing, dispatch, vault, referredPerson, trial, () -> numbers.next("P"), clock);
    }

    @Bean
    ReferredPerson referredPerson(
            KnownPersons persons, ReferenceData reference, Reservations reservations, Pathways pathways) {
        return new ReferredPerson(persons, reference, reservations, pathways);
    }

    @Bean
    ReferralController referralController(ReferralIntake intake, Centres centres) {
        return new ReferralController(intake, centres);
    }
}
