package org.crossface.platform.personal;

/** The subject's key has been destroyed, so nothing personal can be kept about the subject any more. */
public final class SubjectErased extends RuntimeException {

    public SubjectErased(String subjectId) {
        super("The key of subject " + subjectId + " has been destroyed");
    }
}
