package org.crossface.messages;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.messages.automation.Letters;
import org.crossface.messages.automation.Resending;
import org.crossface.messages.delivery.MailSettings;
import org.crossface.messages.outbox.Outbox;
import org.crossface.messages.subscriptions.Subscriptions;
import org.crossface.messages.templates.Templates;
import org.crossface.pathway.patient.identity.KnownPersons;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.platform.personal.SubjectCipher;
import org.crossface.platform.schema.ModuleSchema;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Schema and queries of the module, on every node; a node with the role automation imports {@link MessagesWorkConfiguration} too. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
public class MessagesConfiguration {

    @Bean
    static ModuleSchema messagesSchema() {
        return new ModuleSchema("messages");
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, SubjectCipher cipher) {
        return new Outbox(jdbc, cipher);
    }

    @Bean
    Subscriptions subscriptions(JdbcClient jdbc) {
        return new Subscriptions(jdbc);
    }

    @Bean
    Letters letters(KnownPersons persons, ReferenceData reference, MailSettings settings) {
        return new Letters(new Templates(), persons, reference, settings.address());
    }

    @Bean
    Resending resending(Outbox outbox, Letters letters, EventStore events) {
        return new Resending(outbox, letters, events);
    }
}
