package org.crossface.web.fhir;

import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Supplier;
import org.crossface.pathway.intake.referral.ReceiveReferralDocument;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.pathway.patient.Sex;
import org.crossface.pathway.patient.registration.RegisterPatient;
import org.crossface.pathway.requirement.Requirement;
import org.crossface.platform.api.values.StorableRecords;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.Envelope;
import org.crossface.platform.dispatch.Envelope.Idempotency;
import org.crossface.platform.dispatch.Receipt;
import org.crossface.platform.documents.DocumentVault;
import org.crossface.platform.documents.DocumentVault.Kept;
import org.crossface.web.documents.ParsingPool;

/**
 * Makes a patient, a pathway and a sealed document from a received bundle. The idempotency keys of the three commands are derived from the bundle, so
 * that a bundle sent again, even after an interrupted request, becomes one referral.
 */
public final class ReferralIntake {

    private static final String MEDIA_TYPE = "application/fhir+json";

    private final ReferralBundleReader reader;
    private final ParsingPool parsing;
    private final CommandDispatch dispatch;
    private final DocumentVault vault;
    private final Supplier<String> identifiers;
    private final Supplier<String> numbers;
    private final Clock clock;

    ReferralIntake(
            ReferralBundleReader reader,
            ParsingPool parsing,
            CommandDispatch dispatch,
            DocumentVault vault,
            Supplier<String> identifiers,
            Supplier<String> numbers,
            Clock clock) {
        this.reader = reader;
        this.parsing = parsing;
        this.dispatch = dispatch;
        this.vault = vault;
        this.identifiers = identifiers;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** The result of a bundle. */
    public record Taken(String patientId, String pathwayId, String documentId, boolean reasonMissing, Receipt last) {}

    /**
     * Accepts a bundle as a referral to a surgery centre.
     *
     * @param charset that the sender named, or UTF-8
     * @param zone of the surgery centre; also the patient's zone until it is changed, since a bundle holds none
     * @throws BundleRefused if it is not a valid referral
     * @throws org.crossface.web.documents.DocumentRefused if too many bundles are being parsed
     * @throws org.crossface.platform.api.values.UnstorableValue if it holds a value that cannot be stored
     * @throws org.crossface.platform.api.decision.CommandRefused FIELD-RANGE, if a value is out of a field's range; nothing was recorded
     */
    public Taken take(byte[] bundle, Charset charset, String siteId, ZoneId zone, Envelope envelope) {
        ReceivedReferral referral = parsing.run(
                deadline -> reader.read(bundle, charset, LocalDate.ofInstant(clock.instant(), zone), zone, deadline));
        String hash = sha256(bundle);
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), zone);
        RegisterPatient person = patient(referral, siteId, now, zone);
        Placing.inBundle(
                referral,
                () -> requireBoth(person, referral(referral, person.patientId(), siteId, now, "not yet given")));
        Receipt patient = dispatch.send(person, once(envelope, siteId, "patient", hash));
        Receipt pathway = dispatch.send(
                referral(referral, patient.streamId(), siteId, now, numbers.get()),
                once(envelope, siteId, "pathway", hash));
        Kept kept = vault.keep(patient.streamId(), MEDIA_TYPE, bundle);
        Receipt document = dispatch.send(
                new ReceiveReferralDocument(pathway.streamId(), now, kept.id(), kept.sha256(), MEDIA_TYPE, kept.size()),
                once(envelope, siteId, "document", hash));
        return new Taken(
                patient.streamId(),
                pathway.streamId(),
                kept.id(),
                referral.reasonIfGiven().isEmpty(),
                document);
    }

    /** Checks both commands before either is sent, so that a refused referral registers no person. */
    private static void requireBoth(RegisterPatient person, RegisterReferral referral) {
        Requirement.fieldsInRange(StorableRecords.normalised(person));
        Requirement.fieldsInRange(StorableRecords.normalised(referral));
    }

    private RegisterPatient patient(ReceivedReferral referral, String siteId, OffsetDateTime now, ZoneId zone) {
        return new RegisterPatient(
                identifiers.get(),
                now,
                referral.familyName(),
                referral.givenNames().isEmpty() ? null : String.join(" ", referral.givenNames()),
                referral.birthDate(),
                sex(referral.sex()),
                referral.phone(),
                referral.email(),
                referral.street(),
                referral.city(),
                referral.state(),
                referral.postalCode(),
                referral.country(),
                referral.language() == null ? "und" : referral.language(),
                referral.interpreterNeeded(),
                zone.getId(),
                referral.identifiers().stream()
                        .map(identifier -> identifier.system() + "|" + identifier.value())
                        .toList(),
                false,
                null,
                null,
                null,
                siteId);
    }

    private static Sex sex(ReceivedReferral.Sex sex) {
        return switch (sex) {
            case FEMALE -> Sex.FEMALE;
            case MALE -> Sex.MALE;
            case OTHER -> Sex.OTHER;
            case UNKNOWN -> Sex.UNKNOWN;
        };
    }

    private RegisterReferral referral(
            ReceivedReferral referral, String patientId, String siteId, OffsetDateTime now, String number) {
        LocalDate written = Objects.requireNonNullElse(referral.writtenOn(), now.toLocalDate());
        return new RegisterReferral(
                identifiers.get(),
                now,
                patientId,
                number,
                siteId,
                written,
                null,
                referral.referrer(),
                referral.reason());
    }

    /** The key holds the centre: the same bundle at another centre is another referral. */
    private static Envelope once(Envelope envelope, String siteId, String step, String hash) {
        return envelope.idempotent(new Idempotency(
                "fhir-" + step + "-" + siteId + "-" + hash, "POST /api/referrals " + siteId + " " + step, hash));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
