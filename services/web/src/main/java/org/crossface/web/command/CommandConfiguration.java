package org.crossface.web.command;

import java.time.Clock;
import org.axonframework.common.IdentifierFactory;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.patient.identity.KnownPersons;
import org.crossface.pathway.reference.registration.StandingData;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.numbers.RunningNumbers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The command entry that the pages and the API share. */
@Configuration(proxyBeanMethods = false)
public class CommandConfiguration {

    @Bean
    CommandEntry commandEntry(
            CommandCatalogue catalogue,
            Clock clock,
            CommandDispatch dispatch,
            StreamIdentifiers ids,
            RunningNumbers numbers,
            KnownPersons persons) {
        return new CommandEntry(catalogue, new CommandReader(clock), dispatch, ids, numbers, persons);
    }

    @Bean
    Centres centres(StandingData standing) {
        return new Centres(standing);
    }

    @Bean
    StreamIdentifiers streamIdentifiers() {
        return () -> IdentifierFactory.getInstance().generateIdentifier();
    }
}
