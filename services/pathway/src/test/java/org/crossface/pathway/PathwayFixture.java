package org.crossface.pathway;

import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.crossface.pathway.patient.PatientSites;
import org.crossface.pathway.patient.PersonLinks;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.surgery.vocabulary.EquipmentKind;
import org.crossface.pathway.vocabulary.PartialDate;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.api.Reservations;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.jspecify.annotations.Nullable;

/** An Axon fixture of {@link CarePathway} with a fixed clock, known reference data and reservations that always succeed. */
public final class PathwayFixture {

    /** The zone of the surgery centre of all fixtures. */
    public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private PathwayFixture() {}

    /** A fixture in which it is this instant. */
    public static FixtureConfiguration<CarePathway> at(Instant now) {
        return at(now, new KnownReference(), new FreeReservations());
    }

    /** A fixture in which it is this instant, with this reference data and these reservations. */
    public static FixtureConfiguration<CarePathway> at(
            Instant now, ReferenceData reference, Reservations reservations) {
        AggregateTestFixture<CarePathway> fixture = new AggregateTestFixture<>(CarePathway.class);
        AtomicInteger ids = new AtomicInteger();
        CircumstancesResolver given = new CircumstancesResolver(
                Clock.fixed(now, ZoneOffset.UTC),
                FixturePolicy.policies(),
                reference,
                reservations,
                () -> "id-" + ids.incrementAndGet());
        fixture.registerRepository(
                InspectedAggregates.pathways(fixture.getEventStore()).build());
        withoutInspection(fixture);
        InspectedAggregates.subscribe(
                fixture.getCommandBus(), fixture.getRepository(), PeopleInMemory.knowing("patient-1"), given);
        fixture.registerCommandHandlerInterceptor((work, chain) -> {
            try {
                return chain.proceed();
            } catch (CommandRefused refused) {
                FixturePolicy.hear(refused);
                throw refused;
            }
        });
        return fixture;
    }

    /** The command handlers are there already; the fixture would inspect the aggregate for them once more, and has no other way to be told so. */
    private static void withoutInspection(AggregateTestFixture<?> fixture) {
        try {
            Field field = AggregateTestFixture.class.getDeclaredField("explicitCommandHandlersSet");
            field.setAccessible(true);
            field.setBoolean(fixture, true);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Axon's fixture is another one than this was written for", e);
        }
    }

    /** Metadata of a command that this role sends. */
    public static Map<String, String> as(Role role) {
        return as("user-" + role.code(), role);
    }

    /** Metadata of a command that this person sends in this role. */
    public static Map<String, String> as(String actorId, Role role) {
        return Map.of(Metadata.ACTOR, actorId, Metadata.ROLE, role.name());
    }

    /**
     * Two sites, surgeons {@code surgeon-osei} and {@code surgeon-lind} privileged for both stages, one flap-capable facility, two microscopes at
     * the first site, one that is retired, and one at the other site.
     */
    public static class KnownReference implements ReferenceData {

        private static final Set<String> SURGEONS = Set.of("surgeon-osei", "surgeon-lind");
        private static final Set<String> SITES = Set.of("site-bayview", "site-lakeside");

        @Override
        public Optional<SurgicalSite> site(String siteId) {
            return Optional.of(new SurgicalSite(
                            siteId,
                            "Surgical Center",
                            "org-center",
                            SiteKind.SURGERY_CENTER,
                            ZONE,
                            Set.of("OR-1", "OR-2", "OR-3"),
                            Set.of(Stage.values())))
                    .filter(site -> SITES.contains(site.siteId()));
        }

        @Override
        public Optional<PrivilegedPractitioner> practitioner(String practitionerId) {
            return Optional.of(new PrivilegedPractitioner(
                            practitionerId,
                            practitionerId.equals("surgeon-osei") ? "Dr. Ama Osei" : "Dr. Per Lind",
                            "org-practice",
                            Set.of(Stage.values()),
                            LocalDate.of(2030, 12, 31)))
                    .filter(practitioner -> SURGEONS.contains(practitioner.practitionerId()));
        }

        @Override
        public Optional<CareFacility> facility(String facilityId) {
            return Optional.of(new CareFacility("facility-harbor", "Harbor After-care", ZONE, 6, true))
                    .filter(facility -> facility.facilityId().equals(facilityId));
        }

        @Override
        public Optional<SurgicalDevice> device(String deviceId) {
            return switch (deviceId) {
                case "microscope-1" -> Optional.of(device(deviceId, "site-bayview", null));
                case "microscope-2" -> Optional.of(device(deviceId, "site-bayview", null));
                case "microscope-far" -> Optional.of(device(deviceId, "site-lakeside", null));
                case "microscope-old" ->
                    Optional.of(device(deviceId, "site-bayview", OffsetDateTime.parse("2024-01-01T00:00:00Z")));
                default -> Optional.empty();
            };
        }

        private static SurgicalDevice device(String deviceId, String siteId, @Nullable OffsetDateTime retiredAt) {
            return new SurgicalDevice(deviceId, siteId, EquipmentKind.MICROSCOPE, deviceId, null, retiredAt);
        }

        @Override
        public Map<Stage, PreferenceCard> preferenceCards(String practitionerId) {
            return Map.of();
        }

        @Override
        public Optional<PatientSites> sitesOfPatient(String patientId) {
            return Optional.of(new PatientSites("site-bayview", Set.of()))
                    .filter(sites -> patientId.equals("patient-1"));
        }

        @Override
        public PersonLinks linksOfPatient(String patientId) {
            return PersonLinks.NONE;
        }

        @Override
        public List<String> pathwaysOfPatient(String patientId) {
            return patientId.equals("patient-1") ? List.of("pathway-1") : List.of();
        }

        @Override
        public Optional<String> patientOfDocument(String documentId) {
            return documentId.equals("document-1") ? Optional.of("patient-1") : Optional.empty();
        }

        @Override
        public Optional<KnownPatient> patient(String patientId) {
            return Optional.of(new KnownPatient(
                            "patient-1",
                            PartialDate.of(LocalDate.of(1990, 6, 2)),
                            false,
                            false,
                            false,
                            "America/Los_Angeles"))
                    .filter(patient -> patient.patientId().equals(patientId));
        }
    }

    /** Reservations that nobody else holds. */
    public static final class FreeReservations implements Reservations {

        @Override
        public void reserve(String set, String key, String holder) {}

        @Override
        public void occupy(String set, String resource, Instant from, Instant until, String holder) {}

        @Override
        public Map<String, String> holders(String set, Collection<String> keys) {
            return Map.of();
        }

        @Override
        public void release(String set, String holder) {}
    }

    /** Reservations in which somebody else holds these keys and resources. */
    public static final class TakenReservations implements Reservations {

        private final Set<String> taken;

        public TakenReservations(String... taken) {
            this.taken = Set.of(taken);
        }

        @Override
        public void reserve(String set, String key, String holder) {
            refuseIfTaken(set, key);
        }

        @Override
        public void occupy(String set, String resource, Instant from, Instant until, String holder) {
            refuseIfTaken(set, resource);
        }

        @Override
        public Map<String, String> holders(String set, Collection<String> keys) {
            return Map.of();
        }

        @Override
        public void release(String set, String holder) {}

        private void refuseIfTaken(String set, String key) {
            if (taken.contains(key)) {
                throw new AlreadyReserved(set, key);
            }
        }
    }
}
