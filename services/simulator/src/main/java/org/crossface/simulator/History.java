package org.crossface.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a patient brings along: allergies, medication, habits, mood and consent to photographs. It is drawn once, when the person is
 * referred, with the rates of an outpatient centre.
 */
final class History {

    private static final String PENICILLIN = "Penicillin";
    private static final String SEMAGLUTIDE = "Semaglutide";

    private final boolean female;
    private final boolean smokes;
    private final boolean sickBefore;
    private final boolean photographs;
    private final boolean lowMood;
    private final List<Map<String, String>> allergies = new ArrayList<>();
    private final List<Map<String, String>> medicines = new ArrayList<>();

    History(World world, boolean female, LocalDate birthDate, LocalDate referredOn) {
        boolean adult = !birthDate.plusYears(18).isAfter(referredOn);
        boolean older = !birthDate.plusYears(45).isAfter(referredOn);
        this.female = female;
        this.smokes = adult && world.chance(0.12);
        this.sickBefore = world.chance(0.3);
        this.photographs = world.chance(0.85);
        // About four in ten patients of published clinics for facial paralysis screen positive.
        this.lowMood = adult && world.chance(0.4);
        allergy(world, 0.1, PENICILLIN, "Rash", "MODERATE");
        allergy(world, 0.04, "Sulfonamides", "Hives", "MODERATE");
        allergy(world, 0.03, "Codeine", "Vomiting", "MILD");
        allergy(world, 0.06, "Adhesive tape", "Redness of the skin", "MILD");
        allergy(world, 0.02, "Latex", "Swelling of the lips", "SEVERE");
        medicine(world, adult ? 0.14 : 0.0, "Levothyroxine", "75 ug once a day");
        medicine(world, older ? 0.35 : 0.0, "Lisinopril", "10 mg once a day");
        medicine(world, older ? 0.3 : 0.0, "Atorvastatin", "20 mg once a day");
        medicine(world, lowMood ? 0.4 : 0.05, "Sertraline", "50 mg once a day");
        medicine(world, adult ? 0.07 : 0.0, SEMAGLUTIDE, "1 mg once a week");
        medicine(world, 0.3, "Lubricant eye drops", "One drop four times a day");
    }

    private void allergy(World world, double rate, String substance, String reaction, String severity) {
        if (world.chance(rate)) {
            allergies.add(Map.of("substance", substance, "reaction", reaction, "severity", severity));
        }
    }

    private void medicine(World world, double rate, String drug, String dose) {
        if (world.chance(rate)) {
            medicines.add(Map.of("drug", drug, "dose", dose));
        }
    }

    boolean female() {
        return female;
    }

    boolean smokes() {
        return smokes;
    }

    boolean sickBefore() {
        return sickBefore;
    }

    boolean agreesToPhotographs() {
        return photographs;
    }

    boolean lowMood() {
        return lowMood;
    }

    boolean takesGlp1() {
        return medicines.stream().anyMatch(each -> each.containsValue(SEMAGLUTIDE));
    }

    /** The antibiotic before an operation; another one with an allergy to penicillin. */
    String antibiotic() {
        return allergies.stream().anyMatch(each -> each.containsValue(PENICILLIN)) ? "CLINDAMYCIN" : "CEFAZOLIN";
    }

    String antibioticDose() {
        return antibiotic().equals("CEFAZOLIN") ? "2 g" : "900 mg";
    }

    Object[] allergyList() {
        return new Object[] {"noneKnown", allergies.isEmpty(), "allergies", allergies};
    }

    Object[] medicationList() {
        return new Object[] {"noneTaken", medicines.isEmpty(), "medicines", medicines};
    }

    /** What is decided at the discharge: each drug goes on; after a muscle transfer aspirin is new. Empty when there is nothing to decide. */
    List<Map<String, String>> reconciled(boolean muscleTransferred) {
        List<Map<String, String>> decided = new ArrayList<>();
        medicines.forEach(
                each -> decided.add(Map.of("drug", String.valueOf(each.get("drug")), "decision", "CONTINUE")));
        if (muscleTransferred) {
            decided.add(Map.of("drug", "Aspirin", "decision", "NEW", "instruction", "81 mg once a day for two weeks"));
        }
        return decided;
    }
}
