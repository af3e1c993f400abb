package org.crossface.messages;

import java.time.Clock;
import org.axonframework.config.ConfigurerModule;
import org.crossface.messages.automation.Letters;
import org.crossface.messages.automation.Resending;
import org.crossface.messages.automation.WhenRequestedWriteMessage;
import org.crossface.messages.delivery.DeliveryLoop;
import org.crossface.messages.delivery.MailServer;
import org.crossface.messages.delivery.MailSettings;
import org.crossface.messages.delivery.SmtpMailServer;
import org.crossface.messages.outbox.Outbox;
import org.crossface.messages.subscriptions.StaffDirectory;
import org.crossface.messages.subscriptions.Subscriptions;
import org.crossface.pathway.policy.Policies;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.loops.Loops;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From events to the outbox, and from the outbox to a mail server. For nodes with the role automation. */
@Configuration(proxyBeanMethods = false)
public class MessagesWorkConfiguration {

    @Bean
    WhenRequestedWriteMessage whenRequestedWriteMessage(
            Outbox outbox,
            Letters letters,
            Resending resending,
            Subscriptions subscriptions,
            StaffDirectory staff,
            Policies policies,
            Clock clock) {
        return new WhenRequestedWriteMessage(outbox, letters, resending, subscriptions, staff, policies, clock);
    }

    @Bean
    ConfigurerModule messagesProcessing() {
        return WhenRequestedWriteMessage.processing();
    }

    @Bean
    MailServer mailServer(MailSettings settings) {
        return new SmtpMailServer(settings);
    }

    @Bean
    DeliveryLoop deliveryLoop(
            Outbox outbox, MailServer server, MailSettings settings, CommandDispatch dispatch, Loops loops) {
        return new DeliveryLoop(outbox, server, settings, dispatch, loops);
    }
}
