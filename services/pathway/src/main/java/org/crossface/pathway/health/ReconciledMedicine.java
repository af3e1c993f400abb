package org.crossface.pathway.health;

import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A drug with what becomes of it after the discharge.
 *
 * @param instruction dose, days, or when to begin again; {@code null} when nothing changes
 */
public record ReconciledMedicine(
        @FormField(label = "Drug", min = 1, max = 120) @Personal
        String drug,

        @FormField(label = "Decision") MedicineDecision decision,

        @FormField(label = "Instruction", max = 200, help = "New dose, or until when") @Personal @Nullable
        String instruction) {}
