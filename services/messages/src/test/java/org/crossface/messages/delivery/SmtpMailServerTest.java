package org.crossface.messages.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import org.crossface.messages.delivery.MailServer.Result;
import org.crossface.messages.outbox.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A conversation in SMTP, with a whole mail server and with one that refuses. */
class SmtpMailServerTest {

    private static final Letter LETTER =
            new Letter("maria@example.org", "de", "Bitte rufen Sie uns an", "Grüße\n\nfrom the centre");

    private static SmtpMailServer at(int port) {
        return new SmtpMailServer(MailSettings.of("127.0.0.1", port));
    }

    @Test
    void aMessageArrivesAsItWasWrittenAndASecondAttemptHasTheSameIdentifier() throws Exception {
        GreenMail mailboxes = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailboxes.start();
        try {
            SmtpMailServer server = at(mailboxes.getSmtp().getPort());
            assertThat(server.send("message-1", LETTER)).isEqualTo(new Result(Result.Kind.TAKEN, "250"));
            assertThat(server.send("message-1", LETTER).kind()).isEqualTo(Result.Kind.TAKEN);
            assertThat(server.send("message-2", LETTER).kind()).isEqualTo(Result.Kind.TAKEN);

            MimeMessage[] arrived = mailboxes.getReceivedMessages();
            assertThat(arrived).hasSize(3);
            assertThat(arrived[0].getSubject()).isEqualTo(LETTER.subject());
            assertThat(arrived[0].getContent().toString().replace("\r\n", "\n").strip())
                    .isEqualTo(LETTER.text());
            assertThat(arrived[0].getAllRecipients())
                    .extracting(Object::toString)
                    .containsExactly("maria@example.org");
            assertThat(arrived[0].getFrom()).extracting(Object::toString).containsExactly("crossface@localhost");
            assertThat(Arrays.stream(arrived)
                            .map(SmtpMailServerTest::identifier)
                            .distinct())
                    .hasSize(2);
            assertThat(identifier(arrived[0])).isEqualTo(identifier(arrived[1]));
        } finally {
            mailboxes.stop();
        }
    }

    private static String identifier(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 <maria@example.org>: unknown, REFUSED, 550 5.1.1",
        "RCPT, 553 not allowed, REFUSED, 553",
        "RCPT, 451 4.3.0 try later, LATER, 451 4.3.0",
        "RCPT, 452 4.2.2 <maria@example.org>: mailbox full, LATER, 452 4.2.2",
        ".,    554 5.7.1 rejected as spam, REFUSED, 554 5.7.1",
        ".,    421 4.3.2 shutting down, LATER, 421 4.3.2",
        "DATA, 451 greylisted, LATER, 451",
        // What it has against us is not the recipient's fault.
        "MAIL, 550 5.7.1 sender not allowed, LATER, 550 5.7.1"
    })
    void whatTheServerAnswersDecidesAndItsTextIsNotKept(String command, String answer, Result.Kind kind, String reply) {
        try (ScriptedMailServer server = new ScriptedMailServer().answering(command, answer)) {
            assertThat(at(server.port()).send("message-1", LETTER)).isEqualTo(new Result(kind, reply));
            assertThat(server.taken()).isZero();
        }
    }

    @Test
    void aServerThatIsAwayIsAskedAgainLater() {
        int nobody;
        try (ScriptedMailServer server = new ScriptedMailServer()) {
            nobody = server.port();
        }
        assertThat(at(nobody).send("message-1", LETTER)).isEqualTo(new Result(Result.Kind.LATER, "no connection"));
    }

    @Test
    void whatIsNoAddressIsRefusedWithoutAsking() {
        try (ScriptedMailServer server = new ScriptedMailServer()) {
            assertThat(at(server.port())
                            .send("message-1", new Letter("maria at example", "en", "a", "b"))
                            .kind())
                    .isEqualTo(Result.Kind.REFUSED);
            assertThat(server.taken()).isZero();
        }
    }

    /** Without the promise of encryption nothing leaves the house. */
    @Test
    void aServerWithoutTheDemandedEncryptionGetsNothing() {
        try (ScriptedMailServer server = new ScriptedMailServer()) {
            MailSettings open = MailSettings.of("127.0.0.1", server.port());
            MailSettings strict = new MailSettings(
                    open.host(),
                    open.port(),
                    "",
                    "",
                    open.from(),
                    MailSettings.Tls.STARTTLS,
                    open.limit(),
                    open.address());
            assertThat(new SmtpMailServer(strict).send("message-1", LETTER).kind())
                    .isEqualTo(Result.Kind.LATER);
            assertThat(server.taken()).isZero();
        }
    }
}
