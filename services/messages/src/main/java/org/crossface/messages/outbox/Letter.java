package org.crossface.messages.outbox;

/**
 * Address and text of a message.
 *
 * @param language of the text, such as {@code de}
 */
public record Letter(String address, String language, String subject, String text) {

    private static final String BREAK = "\n";

    /** As it is sealed: a line each for address, language and subject, then the text. */
    String written() {
        return String.join(BREAK, address, language, subject, text);
    }

    static Letter read(String written) {
        String[] parts = written.split(BREAK, 4);
        return new Letter(parts[0], parts[1], parts[2], parts[3]);
    }
}
