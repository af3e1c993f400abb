package org.crossface.pathway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.crossface.pathway.ModuleClasses;
import org.crossface.pathway.health.Allergy;
import org.crossface.pathway.health.Medicine;
import org.crossface.pathway.health.ReconciledMedicine;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.pathway.patient.registration.PatientCommand;
import org.crossface.pathway.policy.ThresholdChange;
import org.crossface.pathway.reference.ClosedDay;
import org.crossface.pathway.surgery.vocabulary.SiteMark;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.platform.api.FormField;
import org.junit.jupiter.api.Test;

/** What comes in and what is stored are different records, so that the API can change and the stored events stay (ADR 32). */
class StoredShapeTest {

    /**
     * Entries of a list that mean the same on both sides, one pair of values each. When one of them has to change for the API, the event
     * gets a record of its own; the golden file of the event fails until it has.
     */
    private static final Set<Class<?>> ON_BOTH_SIDES = Set.of(
            SiteMark.class,
            CorrectedField.class,
            ThresholdChange.class,
            ClosedDay.class,
            Allergy.class,
            Medicine.class,
            ReconciledMedicine.class);

    @Test
    void noEventHoldsACommand() {
        Set<Class<?>> commands = new HashSet<>(ModuleClasses.commands());
        assertThat(commands).hasSizeGreaterThan(100);
        assertThat(StoredTypes.of(ModuleClasses.events()))
                .isNotEmpty()
                .noneMatch(commands::contains)
                .noneMatch(PathwayCommand.class::isAssignableFrom)
                .noneMatch(PatientCommand.class::isAssignableFrom);
    }

    @Test
    void noEventHoldsARecordOfAForm() {
        assertThat(StoredTypes.of(ModuleClasses.events()).stream()
                        .filter(Class::isRecord)
                        .filter(StoredShapeTest::describesAForm))
                .containsExactlyInAnyOrderElementsOf(ON_BOTH_SIDES);
    }

    @Test
    void commandsAndEventsShareNoOtherRecord() {
        Set<Class<?>> shared = new HashSet<>(StoredTypes.of(ModuleClasses.events()));
        shared.retainAll(StoredTypes.of(ModuleClasses.commands()));
        assertThat(shared).filteredOn(Class::isRecord).containsExactlyInAnyOrderElementsOf(ON_BOTH_SIDES);
    }

    private static boolean describesAForm(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.isAnnotationPresent(FormField.class));
    }
}
