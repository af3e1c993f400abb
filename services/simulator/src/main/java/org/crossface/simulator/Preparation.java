package org.crossface.simulator;

import static org.crossface.simulator.Staff.ANESTHESIOLOGIST;
import static org.crossface.simulator.Staff.BILLING;
import static org.crossface.simulator.Staff.COORDINATOR;
import static org.crossface.simulator.Staff.PREOP_NURSE;
import static org.crossface.simulator.Staff.SURGEON;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.simulator.Theatres.Slot;

/** Consent, clearance and the theatre slot of one operation. */
final class Preparation {

    private static final List<String> ITEMS = List.of(
            "HISTORY_AND_PHYSICAL",
            "ALLERGIES",
            "LABORATORY",
            "MEDICATION_PLAN",
            "NICOTINE_FREE",
            "FIRST_NIGHT_DISTANCE",
            "CONSENTS",
            "PHOTOGRAPHS_AND_PLAN",
            "PRIVILEGES",
            "TRANSFER_AGREEMENT");

    private static final int EVERY_THIRD = 3;

    private final Course course;
    private final World world;
    private final Operation operation;

    Preparation(Course course, Operation operation) {
        this.course = course;
        this.world = course.world();
        this.operation = operation;
    }

    /** Plans the steps before the operation, starting with consent on or after this day. */
    void follow(LocalDate consentFrom) {
        boolean isLong = operation == Operation.STAGE_TWO;
        Slot slot = course.fate().isOnLastDay(operation)
                ? world.theatres().onLastDay(isLong)
                : world.theatres().next(Weekdays.onOrAfter(consentFrom).plusDays(19), isLong);
        LocalDate consent = consentFor(slot.day(), consentFrom);
        course.plan(World.at(consent, "13:30"), () -> consent(consent, slot));
        LocalDate clearance = clearanceBefore(slot.day(), consent);
        course.plan(World.at(clearance, "10:15"), () -> clear(clearance, slot));
        course.plan(World.at(clearance, "14:00"), () -> schedule(World.at(clearance, "14:00"), slot));
    }

    /** Consent is valid for 90 days, so a patient who waits for a slot gives it later. */
    private static LocalDate consentFor(LocalDate surgery, LocalDate consentFrom) {
        LocalDate latest = surgery.minusDays(45);
        return Weekdays.onOrAfter(latest.isAfter(consentFrom) ? latest : consentFrom);
    }

    /** Clearance is valid for 30 days, so it is given in the last weeks before the operation. */
    private static LocalDate clearanceBefore(LocalDate surgery, LocalDate consent) {
        LocalDate wanted = Weekdays.onOrAfter(surgery.minusDays(15));
        return wanted.isAfter(consent) ? wanted : Weekdays.onOrAfter(consent.plusDays(1));
    }

    private void consent(LocalDate day, Slot slot) {
        OffsetDateTime t = World.at(day, "13:30");
        boolean minor = course.ageOn(day) < 18;
        if (minor && world.chance(0.15)) {
            course.attempt(t, SURGEON, "obtain-consent", surgicalConsent("PATIENT", slot));
        }
        course.now(
                t.plusMinutes(4),
                SURGEON,
                "obtain-consent",
                surgicalConsent(minor ? "REPRESENTATIVE" : "PATIENT", slot));
        course.now(
                t.plusMinutes(20),
                ANESTHESIOLOGIST,
                "obtain-consent",
                "type",
                "ANESTHESIA",
                "stage",
                operation.stage(),
                "signer",
                minor ? "REPRESENTATIVE" : "PATIENT",
                "signerName",
                "Signed on paper",
                "lacksCapacity",
                false,
                "afterSedation",
                false);
    }

    private Object[] surgicalConsent(String signer, Slot slot) {
        return new Object[] {
            "type",
            "SURGICAL",
            "stage",
            operation.stage(),
            "procedure",
            course.treatment().option(),
            "faceSide",
            course.paralysed(),
            "donorSide",
            operation == Operation.STAGE_ONE ? course.leg() : course.thigh(),
            "surgeonId",
            slot.surgeon(),
            "setting",
            "OUTPATIENT",
            "signer",
            signer,
            "signerName",
            "Signed on paper",
            "lacksCapacity",
            false,
            "witness",
            "Clinic nurse",
            "afterSedation",
            false
        };
    }

    private void clear(LocalDate day, Slot slot) {
        OffsetDateTime t = World.at(day, "10:15");
        course.now(
                t,
                ANESTHESIOLOGIST,
                "assess-anesthesia",
                "stage",
                operation.stage(),
                "asaClass",
                world.chance(0.6) ? 2 : 1,
                "mallampati",
                world.between(1, 3),
                "plan",
                "GENERAL");
        for (String item : ITEMS) {
            course.now(
                    t.plusMinutes(10),
                    PREOP_NURSE,
                    "record-pre-op-item",
                    "stage",
                    operation.stage(),
                    "item",
                    item,
                    "result",
                    "PASS");
        }
        assessRisks(t.plusMinutes(12));
        course.now(
                t.plusMinutes(25),
                COORDINATOR,
                "name-escort",
                "stage",
                operation.stage(),
                "name",
                "Companion of the patient",
                "phone",
                "555-0100",
                "relation",
                world.oneOf(List.of("SPOUSE_OR_PARTNER", "PARENT", "SIBLING", "FRIEND")),
                "overnight",
                true);
        course.now(
                t.plusMinutes(35),
                BILLING,
                "record-authorization",
                "stage",
                operation.stage(),
                "decision",
                "OBTAINED",
                "payerId",
                "payer-" + world.between(1, 4),
                "number",
                "A" + world.between(100000, 999999),
                "codes",
                List.of(operation == Operation.STAGE_ONE ? "64886" : "15842"),
                "from",
                day.toString(),
                "until",
                slot.day().plusDays(60).toString());
        course.now(t.plusMinutes(50), ANESTHESIOLOGIST, "grant-clearance", "stage", operation.stage());
    }

    private void assessRisks(OffsetDateTime when) {
        History history = course.history();
        boolean transfer = operation == Operation.STAGE_TWO;
        int caprini = transfer ? world.between(3, 6) : world.between(2, 5);
        course.now(
                when,
                ANESTHESIOLOGIST,
                "assess-thrombosis-risk",
                Fields.of(
                        "stage",
                        operation.stage(),
                        "capriniScore",
                        caprini,
                        "mechanical",
                        true,
                        "drug",
                        caprini >= 5 ? "Enoxaparin 40 mg" : null));
        course.now(
                when.plusMinutes(2),
                ANESTHESIOLOGIST,
                "assess-nausea-risk",
                "stage",
                operation.stage(),
                "female",
                history.female(),
                "nonSmoker",
                !history.smokes(),
                "sickBefore",
                history.sickBefore(),
                "opioidsAfterwards",
                transfer,
                "prophylaxis",
                history.sickBefore() ? "Dexamethasone 4 mg and ondansetron 4 mg" : "Ondansetron 4 mg");
        if (history.takesGlp1()) {
            course.now(
                    when.plusMinutes(4),
                    PREOP_NURSE,
                    "record-glp1-use",
                    "stage",
                    operation.stage(),
                    "taken",
                    true,
                    "agent",
                    "Semaglutide");
            course.now(
                    when.plusMinutes(6),
                    ANESTHESIOLOGIST,
                    "decide-glp1-risk",
                    "stage",
                    operation.stage(),
                    "decision",
                    "PROCEED_AFTER_LIQUID_DIET",
                    "residualRisk",
                    "Steady dose for months, no nausea: liquids only on the day before");
        }
    }

    /** Some go to relatives in another zone, where they are called by the clock there. */
    private void stayWithRelatives(OffsetDateTime when, Slot slot) {
        course.now(
                when,
                COORDINATOR,
                "record-lodging",
                "from",
                slot.day().toString(),
                "until",
                slot.day().plusDays(10).toString(),
                "zone",
                "America/Denver",
                "place",
                "With relatives in Denver");
    }

    private void reserveEquipment(OffsetDateTime when, Slot slot, String caseId) {
        boolean transfer = operation == Operation.STAGE_TWO;
        course.now(
                when,
                COORDINATOR,
                "reserve-equipment",
                "caseId",
                caseId,
                "devices",
                Device.needed(slot.room(), transfer),
                "couplerSizes",
                transfer ? List.of("MM_2_0", "MM_2_5") : List.of(),
                "secondTeam",
                List.of(),
                "anesthetist",
                "Anesthetist of " + slot.room());
    }

    private void schedule(OffsetDateTime when, Slot slot) {
        if (operation == Operation.STAGE_TWO) {
            course.now(
                    when.minusMinutes(5),
                    COORDINATOR,
                    "reserve-aftercare",
                    "stage",
                    operation.stage(),
                    "facilityId",
                    "facility-harbor",
                    "from",
                    World.at(slot.day(), "12:00").toString(),
                    "until",
                    World.at(slot.day().plusDays(3), "12:00").toString());
        }
        String caseId = course.now(when, COORDINATOR, "schedule-surgery", slotFields(slot))
                .body()
                .path("caseId")
                .asString();
        reserveEquipment(when.plusMinutes(4), slot, caseId);
        if (operation == Operation.STAGE_ONE && slot.day().getDayOfMonth() % EVERY_THIRD == 0) {
            stayWithRelatives(when.plusMinutes(6), slot);
        }
        if (course.mishap(0.08)) {
            cancel(slot);
        } else {
            new TheatreDay(course, operation, slot, caseId).follow();
        }
    }

    private Object[] slotFields(Slot slot) {
        return new Object[] {
            "stage",
            operation.stage(),
            "startsAt",
            World.at(slot.day(), slot.start()).toString(),
            "estimatedMinutes",
            operation.minutes(),
            "recoveryMinutes",
            operation.recoveryMinutes(),
            "room",
            slot.room(),
            "surgeonIds",
            List.of(slot.surgeon())
        };
    }

    private void cancel(Slot slot) {
        OffsetDateTime when = World.at(slot.day().minusDays(1), "16:10");
        course.plan(
                when,
                COORDINATOR,
                "cancel-surgery",
                "stage",
                operation.stage(),
                "timing",
                "BEFORE_ADMISSION",
                "reason",
                world.oneOf(List.of("PATIENT_ILL", "PATIENT_REQUEST", "NO_ESCORT")));
        course.plan(when.plusMinutes(30), () -> follow(slot.day().plusDays(world.between(2, 9))));
    }
}
