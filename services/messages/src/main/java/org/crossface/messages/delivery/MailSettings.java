package org.crossface.messages.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which mail server to use: the properties {@code crossface.mail.*}.
 *
 * @param host of the mail server; empty for none, so that messages stay in the outbox
 * @param user empty for a server that asks for none
 * @param from address of the sender
 * @param limit how long one step of the conversation may take
 * @param address where people reach the pages, for links in messages to the staff
 */
@ConfigurationProperties("crossface.mail")
public record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("crossface@localhost") String from,
        @DefaultValue("STARTTLS") Tls tls,
        @DefaultValue("10s") Duration limit,
        @DefaultValue("http://127.0.0.1:8080") String address) {

    /** How the conversation is encrypted. */
    public enum Tls {
        /** By STARTTLS, or not at all where the server does not offer it. */
        OFFERED,
        /** By STARTTLS; a server that does not offer it gets no message. */
        STARTTLS,
        /** From the first byte on. */
        ALWAYS,
        /** Not at all. */
        NEVER
    }

    /**
     * Checks that the sender is an address.
     *
     * @throws IllegalArgumentException if it has no {@code @}
     */
    public MailSettings {
        if (from.indexOf('@') <= 0) {
            throw new IllegalArgumentException("crossface.mail.from is no mail address");
        }
    }

    /** Whether there is a mail server. */
    public boolean isConfigured() {
        return !host.isBlank();
    }

    boolean hasUser() {
        return !user.isBlank();
    }

    /** The password is not for logs. */
    @Override
    public String toString() {
        return "mail server " + (isConfigured() ? host + ':' + port : "none");
    }

    /** No server, as without any property. */
    public static MailSettings none() {
        return of("", 0);
    }

    /** A server of a test, without encryption. */
    static MailSettings of(@Nullable String host, int port) {
        return new MailSettings(
                host == null ? "" : host,
                port,
                "",
                "",
                "crossface@localhost",
                Tls.NEVER,
                Duration.ofSeconds(10),
                "http://127.0.0.1:8080");
    }
}
