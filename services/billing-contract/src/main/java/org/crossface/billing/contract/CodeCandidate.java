package org.crossface.billing.contract;

import java.util.List;

/**
 * A procedure code that the fact suggests, for a certified coder to confirm.
 *
 * @param system such as {@code CPT}
 * @param modifiers such as {@code RT}, in no particular order
 */
public record CodeCandidate(String system, String code, List<String> modifiers) {

    public CodeCandidate {
        modifiers = List.copyOf(modifiers);
    }
}
