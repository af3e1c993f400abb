package org.crossface.web.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import org.axonframework.common.IdentifierFactory;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.documents.DocumentVault;
import org.crossface.platform.numbers.RunningNumbers;
import org.crossface.web.api.command.Centres;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The FHIR side of the API. */
@Configuration(proxyBeanMethods = false)
public class FhirConfiguration {

    @Bean
    ReferralIntake referralIntake(CommandDispatch dispatch, DocumentVault vault, RunningNumbers numbers, Clock clock) {
        return new ReferralIntake(
                new ReferralBundleReader(FhirContext.forR4Cached()),
                dispatch,
                vault,
                () -> IdentifierFactory.getInstance().generateIdentifier(),
                () -> numbers.next("P"),
                clock);
    }

    @Bean
    ReferralController referralController(ReferralIntake intake, Centres centres) {
        return new ReferralController(intake, centres);
    }
}
