package org.crossface.messages.delivery;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossface.messages.outbox.Letter;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** A mail server that speaks SMTP. Each message has a connection of its own, since a day has some hundred at most. */
public final class SmtpMailServer implements MailServer {

    private static final Pattern ENHANCED = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final String UTF_8 = "UTF-8";

    private final MailSettings settings;
    private final Session session;

    public SmtpMailServer(MailSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(MailSettings settings) {
        String limit = Long.toString(settings.limit().toMillis());
        boolean encrypted = settings.tls() == MailSettings.Tls.ALWAYS;
        Properties given = new Properties();
        given.setProperty("mail.smtp.host", settings.host());
        given.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        given.setProperty("mail.smtp.auth", Boolean.toString(settings.hasUser()));
        given.setProperty("mail.smtp.connectiontimeout", limit);
        given.setProperty("mail.smtp.timeout", limit);
        given.setProperty("mail.smtp.writetimeout", limit);
        given.setProperty("mail.smtp.ssl.enable", Boolean.toString(encrypted));
        given.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        given.setProperty(
                "mail.smtp.starttls.enable", Boolean.toString(settings.tls() != MailSettings.Tls.NEVER && !encrypted));
        given.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.tls() == MailSettings.Tls.STARTTLS));
        return given;
    }

    @Override
    public Result send(String id, Letter letter) {
        try {
            MimeMessage message = message(id, letter);
            try (Transport transport = session.getTransport("smtp")) {
                if (settings.hasUser()) {
                    transport.connect(settings.user(), settings.password());
                } else {
                    transport.connect();
                }
                transport.sendMessage(message, message.getAllRecipients());
            }
            return new Result(Result.Kind.TAKEN, "250");
        } catch (AddressException malformed) {
            return new Result(Result.Kind.REFUSED, "not an address");
        } catch (AuthenticationFailedException wrong) {
            return new Result(Result.Kind.LATER, "the user or the password is wrong");
        } catch (MessagingException e) {
            return answered(e);
        }
    }

    private MimeMessage message(String id, Letter letter) throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            // The same for each attempt; without it a new one would be made.
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId(id, settings.from()));
            }
        };
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.address(), true));
        message.setSubject(letter.subject(), UTF_8);
        message.setText(letter.text(), UTF_8);
        message.setHeader("Content-Language", letter.language());
        // No machine answers it (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    static String messageId(String id, String from) {
        return "<" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)) + from.substring(from.indexOf('@'))
                + ">";
    }

    /** The answer for the address counts before that for the whole message, which only says that none was taken. */
    private static Result answered(MessagingException failed) {
        @Nullable Exception each = failed;
        int code = 0;
        boolean ours = false;
        String text = "";
        while (each != null) {
            int known = codeOf(each);
            if (known > 0) {
                code = known;
                // What a server has against the sender is not the recipient's fault.
                ours = each instanceof SMTPSenderFailedException;
                text = String.valueOf(each.getMessage());
            }
            each = each instanceof MessagingException more ? more.getNextException() : null;
        }
        if (code == 0) {
            boolean address = failed instanceof SendFailedException;
            return address
                    ? new Result(Result.Kind.REFUSED, "not an address")
                    : new Result(Result.Kind.LATER, "no connection");
        }
        Matcher enhanced = ENHANCED.matcher(text);
        return new Result(
                code >= 500 && !ours ? Result.Kind.REFUSED : Result.Kind.LATER,
                enhanced.find() ? code + " " + enhanced.group(1) : Integer.toString(code));
    }

    private static int codeOf(Exception each) {
        return switch (each) {
            case SMTPAddressFailedException e -> e.getReturnCode();
            case SMTPSenderFailedException e -> e.getReturnCode();
            case SMTPSendFailedException e -> e.getReturnCode();
            default -> 0;
        };
    }
}
