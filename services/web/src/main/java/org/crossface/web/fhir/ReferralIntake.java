package org.crossface.web.fhir;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.crossface.pathway.intake.referral.ReceiveReferralDocument;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.pathway.intake.trial.IntakeTrial;
import org.crossface.pathway.patient.Sex;
import org.crossface.pathway.patient.identity.KnownPersons.Candidate;
import org.crossface.pathway.patient.identity.PersonIndex;
import org.crossface.pathway.patient.identity.PersonTraits;
import org.crossface.pathway.patient.registration.RegisterPatient;
import org.crossface.pathway.reference.ReferenceData.SurgicalSite;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.api.values.StorableRecords;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.Envelope;
import org.crossface.platform.dispatch.Envelope.Idempotency;
import org.crossface.platform.dispatch.Receipt;
import org.crossface.platform.documents.DocumentVault;
import org.crossface.platform.documents.DocumentVault.Kept;
import org.crossface.web.documents.ParsingPool;
import org.crossface.web.fhir.ReferredPerson.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a referral of a received bundle: joins it to the person whom the surgery centre knows, or registers one, opens a pathway and keeps the bundle as a
 * sealed document. Everything is judged before the first command is sent. The identifiers of what is made, and the idempotency keys of the commands, follow
 * from the bytes, so that a bundle sent again, even after an interrupted request, is one referral with one document.
 */
public final class ReferralIntake {

    private static final String MEDIA_TYPE = "application/fhir+json";

    private final ReferralBundleReader reader;
    private final ParsingPool parsing;
    private final CommandDispatch dispatch;
    private final DocumentVault vault;
    private final ReferredPerson persons;
    private final IntakeTrial trial;
    private final Supplier<String> numbers;
    private final Clock clock;

    ReferralIntake(
            ReferralBundleReader reader,
            ParsingPool parsing,
            CommandDispatch dispatch,
            DocumentVault vault,
            ReferredPerson persons,
            IntakeTrial trial,
            Supplier<String> numbers,
            Clock clock) {
        this.reader = reader;
        this.parsing = parsing;
        this.dispatch = dispatch;
        this.vault = vault;
        this.persons = persons;
        this.trial = trial;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * The result of a bundle.
     *
     * @param joined whether the person was registered before
     * @param differs what the bundle says otherwise than the record of a joined person, such as {@code phone}; the record is not changed
     */
    public record Taken(
            String patientId,
            String pathwayId,
            String documentId,
            boolean reasonMissing,
            boolean joined,
            List<String> differs,
            Receipt last) {

        public Taken {
            differs = List.copyOf(differs);
        }
    }

    /**
     * Accepts a bundle as a referral to a surgery centre.
     *
     * @param charset that the sender named, or UTF-8
     * @param site whose zone is also the patient's until it is changed, since a bundle holds none
     * @param person the registered person that it is, as the sender says; empty when it is not said
     * @param differentFrom registered persons that it is not, as the sender says
     * @throws BundleRefused if it is not a valid referral
     * @throws org.crossface.web.problem.PersonsAlike if the person may be registered already
     * @throws org.crossface.web.documents.DocumentRefused if too many bundles are being parsed
     * @throws CommandRefused if a rule refuses it; nothing was recorded
     */
    public Taken take(
            byte[] bundle,
            Charset charset,
            SurgicalSite site,
            String person,
            List<String> differentFrom,
            Envelope envelope) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), site.zone());
        ReceivedReferral referral =
                parsing.run(deadline -> reader.read(bundle, charset, now.toLocalDate(), site.zone(), deadline));
        return new Taking(bundle, site, referral, new Answer(person, differentFrom), now, envelope).take();
    }

    /** A bundle of which nobody says who the person is. */
    public Taken take(byte[] bundle, Charset charset, SurgicalSite site, Envelope envelope) {
        return take(bundle, charset, site, "", List.of(), envelope);
    }

    /**
     * What a kept bundle says of its person, by the names of the fields of the commands that correct a person.
     *
     * @param patientIds whose document it has to be
     * @return empty when no such document is kept for one of them, or it cannot be read any more
     */
    public Map<String, List<String>> said(String documentId, Set<String> patientIds, ZoneId zone) {
        if (vault.patientOf(documentId).filter(patientIds::contains).isEmpty()) {
            return Map.of();
        }
        return vault.read(documentId)
                .filter(document -> document.mediaType().equals(MEDIA_TYPE))
                .map(document -> said(document.content(), zone))
                .orElse(Map.of());
    }

    private Map<String, List<String>> said(byte[] bundle, ZoneId zone) {
        ReceivedReferral read;
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
            read = parsing.run(deadline -> reader.read(bundle, StandardCharsets.UTF_8, today, zone, deadline));
        } catch (BundleRefused e) {
            // A bundle that was taken may be refused by a later release, or today: its person has died, say.
            return Map.of();
        }
        Map<String, List<String>> said = new HashMap<>();
        put(said, "familyName", read.familyName());
        put(said, "givenNames", String.join(" ", read.givenNames()));
        put(said, "birthDate", read.birthDate());
        put(said, "phone", read.phone());
        put(said, "email", read.email());
        put(said, "street", read.street());
        put(said, "city", read.city());
        put(said, "postalCode", read.postalCode());
        put(
                said,
                "sex",
                read.sex() == ReceivedReferral.Sex.UNKNOWN
                        ? null
                        : sex(read.sex()).name());
        put(said, "language", read.language());
        said.put("identifiers", identifiers(read));
        return said;
    }

    private static void put(Map<String, List<String>> said, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            said.put(field, List.of(value));
        }
    }

    private static List<String> identifiers(ReceivedReferral referral) {
        return referral.identifiers().stream()
                .map(identifier -> identifier.system() + "|" + identifier.value())
                .toList();
    }

    /** One bundle on its way. */
    private final class Taking {

        private final byte[] bundle;
        private final String siteId;
        private final String zone;
        private final ReceivedReferral referral;
        private final Answer answer;
        private final OffsetDateTime now;
        private final Envelope envelope;
        private final String hash;
        private final DerivedIds ids;

        private Taking(
                byte[] bundle,
                SurgicalSite site,
                ReceivedReferral referral,
                Answer answer,
                OffsetDateTime now,
                Envelope envelope) {
            this.bundle = bundle;
            this.siteId = site.siteId();
            this.zone = site.zone().getId();
            this.referral = referral;
            this.answer = answer;
            this.now = now;
            this.envelope = envelope;
            this.hash = sha256(bundle);
            this.ids = DerivedIds.of(siteId, hash);
        }

        private Taken take() {
            Optional<String> before = persons.before(ids);
            if (before.isPresent()) {
                boolean joined = !before.get().equals(ids.patientId());
                return documented(before.get(), ids.pathwayId(), joined, List.of());
            }
            RegisterPatient person = person();
            // Values that cannot be stored are refused at their places before the person is compared with others.
            RegisterPatient storable = Placing.inBundle(referral, () -> StorableRecords.normalised(person));
            PersonTraits traits = storable.traits();
            Optional<Candidate> known = persons.find(traits, siteId, ids, answer);
            if (known.isPresent()) {
                return joined(known.get());
            }
            Placing.inBundle(referral, () -> {
                trial.judge(storable, referral(ids.patientId(), "not yet given"), envelope.actor(), envelope.role());
                return storable;
            });
            String patientId = register(storable, traits);
            return documented(patientId, refer(patientId), false, List.of());
        }

        private Taken joined(Candidate known) {
            boolean before = !known.patientId().equals(ids.patientId());
            Optional<String> live = before ? persons.livePathway(known.patientId(), siteId) : Optional.empty();
            String pathwayId =
                    live.isPresent() ? live.get() : Placing.inBundle(referral, () -> refer(known.patientId()));
            return documented(known.patientId(), pathwayId, before, known.differs());
        }

        /** The identifier of the person; one that an earlier release made, if that took the same bytes. */
        private String register(RegisterPatient person, PersonTraits traits) {
            try {
                return dispatch.send(person, once("patient")).streamId();
            } catch (CommandRefused e) {
                throw e.rule().equals(PersonIndex.KNOWN) ? persons.question(traits, siteId) : e;
            }
        }

        private String refer(String patientId) {
            return dispatch.send(referral(patientId, numbers.get()), once("pathway"))
                    .streamId();
        }

        private Taken documented(String patientId, String pathwayId, boolean joined, List<String> differs) {
            Kept kept = vault.keepOnce(ids.documentId(), persons.patientOf(pathwayId), MEDIA_TYPE, bundle);
            Receipt last = dispatch.send(
                    new ReceiveReferralDocument(pathwayId, now, kept.id(), kept.sha256(), MEDIA_TYPE, kept.size()),
                    once("document"));
            return new Taken(
                    patientId, pathwayId, kept.id(), referral.reasonIfGiven().isEmpty(), joined, differs, last);
        }

        private RegisterPatient person() {
            return new RegisterPatient(
                    ids.patientId(),
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
                    zone,
                    identifiers(referral),
                    false,
                    null,
                    null,
                    null,
                    siteId,
                    answer.differentFrom());
        }

        private RegisterReferral referral(String patientId, String number) {
            LocalDate written = Objects.requireNonNullElse(referral.writtenOn(), now.toLocalDate());
            @Nullable String referrer = referral.referrer();
            return new RegisterReferral(
                    ids.pathwayId(),
                    now,
                    patientId,
                    number,
                    siteId,
                    written,
                    referral.side(),
                    referrer,
                    referral.reason(),
                    referral.reasonCodes());
        }

        /** The key holds the centre: the same bundle at another centre is another referral. */
        private Envelope once(String step) {
            return envelope.idempotent(new Idempotency(
                    "fhir-" + step + "-" + siteId + "-" + hash, "POST /api/referrals " + siteId + " " + step, hash));
        }
    }

    private static Sex sex(ReceivedReferral.Sex sex) {
        return switch (sex) {
            case FEMALE -> Sex.FEMALE;
            case MALE -> Sex.MALE;
            case OTHER -> Sex.OTHER;
            case UNKNOWN -> Sex.UNKNOWN;
        };
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
