package org.crossface.identity.users;

/** What was given does not look like a mail address. */
public final class MailAddressRefused extends RuntimeException {

    MailAddressRefused() {
        super("This is no mail address; one looks like name@example.org");
    }
}
