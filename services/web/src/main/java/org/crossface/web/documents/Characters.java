package org.crossface.web.documents;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes bytes strictly: bytes that are invalid in the character set are refused, never replaced. */
public final class Characters {

    private Characters() {}

    /**
     * Decodes bytes.
     *
     * @throws DocumentRefused if the bytes begin with a byte order mark or are not of this character set
     */
    public static String of(byte[] bytes, Charset charset) {
        if (beginsWithMark(bytes)) {
            throw DocumentRefused.malformed(
                    "", "The document begins with a byte order mark", "Send UTF-8 without a byte order mark");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw DocumentRefused.malformed(
                    "",
                    "Byte " + in.position() + " is not " + charset.name(),
                    "Send UTF-8, or name the character set in Content-Type");
        }
        decoder.flush(out);
        return out.flip().toString();
    }

    private static boolean beginsWithMark(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff)
                        || (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
                        || (bytes.length >= 3
                                && bytes[0] == (byte) 0xef
                                && bytes[1] == (byte) 0xbb
                                && bytes[2] == (byte) 0xbf));
    }

    /** UTF-8 as text. */
    public static String ofUtf8(byte[] bytes) {
        return of(bytes, StandardCharsets.UTF_8);
    }
}
