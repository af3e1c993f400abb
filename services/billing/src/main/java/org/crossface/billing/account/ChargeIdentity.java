package org.crossface.billing.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * The identity of a charge (clinical reference 4.4): case, fact, performing provider and service date. Professional and facility charge of
 * one operation differ in the provider.
 */
record ChargeIdentity(String caseId, String factType, String performingProvider, LocalDate serviceDate) {

    private static final int BYTES = 16;

    static ChargeIdentity of(BillableService service) {
        return new ChargeIdentity(
                service.caseId(), service.factType(), service.performingProvider(), service.serviceDate());
    }

    /**
     * The charge's identifier, the same whenever it is computed.
     *
     * @param reversedBefore how many charges of this identity were reversed, so that the one after a correction has an identifier of its own
     */
    String chargeId(int reversedBefore) {
        return "charge-" + digest(caseId, factType, performingProvider, serviceDate.toString(), "" + reversedBefore);
    }

    /** The identifier of the reversal of a charge. */
    static String reversalId(String chargeId) {
        return "reversal-" + digest(chargeId);
    }

    private static String digest(String... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                sha.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                sha.update(bytes);
            }
            return HexFormat.of().formatHex(sha.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
