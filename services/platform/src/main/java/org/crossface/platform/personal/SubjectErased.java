package org.crossface.platform.personal;

/** The subject's key has been destroyed, so no personal data can be stored about the subject any more. */
public final class SubjectErased extends RuntimeException {

    public SubjectErased(String subjectId) {
        super("The key of subject " + subjectId + " has been destroyed");
    }
}
