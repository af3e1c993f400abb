package org.crossface.web.documents;

/**
 * The limits of a document.
 *
 * @param bytes as sent
 * @param depth of nested objects and lists
 * @param entries total of fields of objects and elements of lists
 * @param text characters of one text
 * @param name characters of the name of one field
 * @param digits characters of one number, as written
 * @param exponent greatest power of ten of one number, in either direction
 */
public record DocumentLimits(int bytes, int depth, int entries, int text, int name, int digits, int exponent) {

    /** For an object of a few short texts: a user name and password, a reason, a time. */
    public static final DocumentLimits SMALL = new DocumentLimits(4_096, 4, 50, 2_000, 100, 40, 30);

    /** For a command; the longest text of a command is far shorter. */
    public static final DocumentLimits COMMAND = new DocumentLimits(262_144, 16, 20_000, 100_000, 100, 40, 30);

    /** For a FHIR bundle, whose texts may be whole documents in base 64. */
    public static final DocumentLimits FHIR = new DocumentLimits(5_000_000, 64, 400_000, 5_000_000, 200, 64, 64);
}
