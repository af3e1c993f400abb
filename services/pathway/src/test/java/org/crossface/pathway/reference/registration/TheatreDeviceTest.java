package org.crossface.pathway.reference.registration;

import static org.crossface.pathway.Histories.time;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.crossface.pathway.CircumstancesResolver;
import org.crossface.pathway.HeldReservations;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.Refused;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.reference.DeviceRegistered;
import org.crossface.pathway.reference.DeviceRetired;
import org.crossface.pathway.reference.PractitionerRegistered;
import org.crossface.pathway.reference.PreferenceCardSet;
import org.crossface.pathway.surgery.vocabulary.CouplerSize;
import org.crossface.pathway.surgery.vocabulary.EquipmentKind;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Devices of a surgery centre, and what a surgeon wants of them. */
class TheatreDeviceTest {

    private static final OffsetDateTime NOW = time("2024-11-01T09:00");
    private static final DeviceRegistered FIRST =
            new DeviceRegistered("device-1", NOW, "site-bayview", EquipmentKind.MICROSCOPE, "Microscope 1", "SN-1");
    private static final PractitionerRegistered SURGEON = new PractitionerRegistered(
            "surgeon-osei", NOW, "Dr. Ama Osei", "org-practice", List.of(Stage.TWO), LocalDate.of(2030, 1, 1));

    private final HeldReservations reservations = new HeldReservations();

    private static RegisterDevice register(
            String deviceId, String siteId, EquipmentKind kind, String name, @Nullable String serialNumber) {
        return new RegisterDevice(deviceId, NOW, siteId, kind, name, serialNumber);
    }

    private static RegisterDevice microscope(String deviceId, String name, @Nullable String serialNumber) {
        return register(deviceId, "site-bayview", EquipmentKind.MICROSCOPE, name, serialNumber);
    }

    private <T> AggregateTestFixture<T> fixture(Class<T> type) {
        AggregateTestFixture<T> fixture = new AggregateTestFixture<>(type);
        fixture.registerParameterResolverFactory(new CircumstancesResolver(
                Clock.fixed(NOW.toInstant(), ZoneOffset.UTC),
                at -> Policy.defaults(),
                new PathwayFixture.KnownReference(),
                reservations,
                () -> "id"));
        return fixture;
    }

    private void registerFirst() {
        fixture(TheatreDevice.class)
                .givenNoPriorActivity()
                .when(microscope("device-1", "Microscope 1", "SN-1"), PathwayFixture.as(Role.ADMINISTRATOR))
                .expectEvents(FIRST);
    }

    @Test
    @Tag("SEQ-REGISTERED")
    void aDeviceIsRegisteredOnce() {
        fixture(TheatreDevice.class)
                .given(FIRST)
                .when(microscope("device-1", "Microscope 2", null), PathwayFixture.as(Role.ADMINISTRATOR))
                .expectException(Refused.by("SEQ-REGISTERED", "deviceId"));
    }

    @Test
    @Tag("REF-SITE")
    void aDeviceBelongsToASurgeryCentreThatExists() {
        fixture(TheatreDevice.class)
                .givenNoPriorActivity()
                .when(
                        register("device-1", "site-nowhere", EquipmentKind.MICROSCOPE, "Microscope 1", null),
                        PathwayFixture.as(Role.ADMINISTRATOR))
                .expectException(Refused.by("REF-SITE", "siteId"));
    }

    @Test
    @Tag("REF-DEVICE-KNOWN")
    void noOtherDeviceOfItsKindHasTheNameAtTheCentreOrTheSerialNumber() {
        registerFirst();
        refuse(microscope("device-2", "Microscope 1", "SN-2"), "name");
        refuse(microscope("device-3", "Microscope 3", "SN-1"), "serialNumber");
        register(register("device-4", "site-lakeside", EquipmentKind.MICROSCOPE, "Microscope 1", "SN-4"));
        register(register("device-5", "site-bayview", EquipmentKind.ENDOSCOPE, "Microscope 1", "SN-1"));
        register(microscope("device-6", "Microscope 6", null));
        register(microscope("device-7", "Microscope 7", null));
    }

    private void refuse(RegisterDevice command, String field) {
        fixture(TheatreDevice.class)
                .givenNoPriorActivity()
                .when(command, PathwayFixture.as(Role.ADMINISTRATOR))
                .expectException(Refused.by("REF-DEVICE-KNOWN", field));
    }

    private void register(RegisterDevice command) {
        fixture(TheatreDevice.class)
                .givenNoPriorActivity()
                .when(command, PathwayFixture.as(Role.ADMINISTRATOR))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-DEVICE-RETIRED")
    void aDeviceIsRetiredOnceAndGivesItsNameBackButNotItsSerialNumber() {
        registerFirst();
        fixture(TheatreDevice.class)
                .given(FIRST)
                .when(new RetireDevice("device-1", NOW.plusDays(1)), PathwayFixture.as(Role.ADMINISTRATOR))
                .expectEvents(new DeviceRetired("device-1", NOW.plusDays(1)));
        fixture(TheatreDevice.class)
                .given(FIRST, new DeviceRetired("device-1", NOW.plusDays(1)))
                .when(new RetireDevice("device-1", NOW.plusDays(2)), PathwayFixture.as(Role.ADMINISTRATOR))
                .expectException(Refused.by("SEQ-DEVICE-RETIRED", "deviceId"));
        refuse(microscope("device-2", "Microscope 2", "SN-1"), "serialNumber");
        register(microscope("device-3", "Microscope 1", "SN-3"));
    }

    private static SetPreferenceCard card(List<String> devices, List<String> secondTeam) {
        return new SetPreferenceCard("surgeon-osei", NOW, Stage.TWO, devices, List.of(CouplerSize.MM_2_5), secondTeam);
    }

    @Test
    @Tag("REF-SIGNATURE")
    void aSurgeonSetsTheOwnCardAndAnAdministratorEveryCard() {
        SetPreferenceCard card = card(List.of("microscope-1", "microscope-far"), List.of("surgeon-lind"));
        PreferenceCardSet set = new PreferenceCardSet(
                "surgeon-osei", NOW, Stage.TWO, card.devices(), card.couplerSizes(), card.secondTeam());
        fixture(Practitioner.class)
                .given(SURGEON)
                .when(card, PathwayFixture.as("surgeon-osei", Role.SURGEON))
                .expectEvents(set);
        fixture(Practitioner.class)
                .given(SURGEON)
                .when(card, PathwayFixture.as(Role.ADMINISTRATOR))
                .expectEvents(set);
        fixture(Practitioner.class)
                .given(SURGEON)
                .when(card, PathwayFixture.as("surgeon-lind", Role.SURGEON))
                .expectException(Refused.by("REF-SIGNATURE", "practitionerId"));
    }

    @Test
    @Tag("REF-DEVICE")
    @Tag("REF-PRACTITIONER")
    @Tag("SEQ-EQUIPMENT")
    void aCardNamesDevicesInUseAndPractitionersEachOnce() {
        refuse(card(List.of("microscope-9"), List.of()), "REF-DEVICE", "devices");
        refuse(card(List.of("microscope-old"), List.of()), "REF-DEVICE", "devices");
        refuse(card(List.of(), List.of("surgeon-nobody")), "REF-PRACTITIONER", "secondTeam");
        refuse(card(List.of("microscope-1", "microscope-1"), List.of()), "SEQ-EQUIPMENT", "devices");
        refuse(card(List.of(), List.of("surgeon-lind", "surgeon-lind")), "SEQ-EQUIPMENT", "secondTeam");
    }

    private void refuse(SetPreferenceCard card, String rule, String field) {
        fixture(Practitioner.class)
                .given(SURGEON)
                .when(card, PathwayFixture.as(Role.ADMINISTRATOR))
                .expectException(Refused.by(rule, field));
    }
}
