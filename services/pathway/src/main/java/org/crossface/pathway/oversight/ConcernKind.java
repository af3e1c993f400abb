package org.crossface.pathway.oversight;

import java.util.EnumSet;
import java.util.Set;
import org.crossface.platform.api.Role;

/** What somebody has to look into after the fact, and who may close it (exception paths of the clinical reference 2.6). */
public enum ConcernKind {
    /** A rule against operating on the wrong side stopped a step. */
    NEAR_MISS,
    NEVER_EVENT,
    /** The patient has not been told of a never event. */
    DISCLOSURE,
    CHECKLIST_DEVIATION,
    /** The patient was signed out with counts that nobody has resolved. */
    COUNTS_UNRESOLVED,
    EMERGENCY_CONSENT,
    /** A consent was taken back under anesthesia; a surgeon decides how the operation goes on. */
    CONSENT_REVOKED,
    CONSENT_REVOKED_REVIEW,
    COMPLETED_WITH_DEVIATION,
    LEFT_AGAINST_ADVICE;

    /** Who may close it. */
    public Set<Role> owners() {
        return switch (this) {
            case DISCLOSURE, CONSENT_REVOKED -> EnumSet.of(Role.SURGEON);
            case NEAR_MISS,
                    NEVER_EVENT,
                    CHECKLIST_DEVIATION,
                    COUNTS_UNRESOLVED,
                    EMERGENCY_CONSENT,
                    CONSENT_REVOKED_REVIEW,
                    COMPLETED_WITH_DEVIATION,
                    LEFT_AGAINST_ADVICE -> EnumSet.of(Role.QUALITY_AUDITOR);
        };
    }
}
