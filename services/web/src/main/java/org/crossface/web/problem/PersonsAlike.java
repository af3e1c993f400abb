package org.crossface.web.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.crossface.pathway.patient.identity.KnownPersons.Candidate;

/** Whoever is to be registered may be registered already: somebody has to decide. Nothing was recorded. */
public final class PersonsAlike extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Candidate> candidates;
    private final String remedy;

    /**
     * @param candidates who is alike; never empty
     * @param remedy how the request says who it is
     */
    public PersonsAlike(List<Candidate> candidates, String remedy) {
        super(said(candidates));
        this.candidates = List.copyOf(candidates);
        this.remedy = remedy;
    }

    private static String said(List<Candidate> candidates) {
        return candidates.stream()
                .map(each -> "Registered person " + each.patientId()
                        + (each.differs().isEmpty()
                                ? " differs in nothing that was sent"
                                : " differs in " + String.join(", ", each.differs())))
                .collect(Collectors.joining("; "));
    }

    /** Who is alike. */
    public List<Candidate> candidates() {
        return candidates;
    }

    /** How the request says who it is. */
    public String remedy() {
        return remedy;
    }
}
