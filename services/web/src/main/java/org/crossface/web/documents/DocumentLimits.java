package org.crossface.web.documents;

/**
 * How much a document may hold.
 *
 * @param bytes as sent
 * @param depth of objects and lists within each other
 * @param entries fields of objects and elements of lists, all together
 * @param text characters of one text
 * @param name characters of the name of one field
 * @param digits characters of one number, as written
 * @param exponent greatest power of ten of one number, in either direction
 */
public record DocumentLimits(int bytes, int depth, int entries, int text, int name, int digits, int exponent) {

    /** User name and password, a reason, a time: an object of a few short texts. */
    public static final DocumentLimits SMALL = new DocumentLimits(4_096, 4, 50, 2_000, 100, 40, 30);

    /** A command; the longest text that one may hold is far shorter. */
    public static final DocumentLimits COMMAND = new DocumentLimits(262_144, 16, 20_000, 100_000, 100, 40, 30);

    /** A FHIR bundle, whose texts may be whole documents in base 64. */
    public static final DocumentLimits FHIR = new DocumentLimits(5_000_000, 64, 400_000, 5_000_000, 200, 64, 64);
}
