package org.crossface.pathway.patient;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The surgery centres that know a patient, as the patient's own facts say. Erasure does not change them.
 *
 * @param home that took the person on; {@code null} for a person who was registered before this was recorded
 * @param sharedWith others, with the patient's consent
 */
public record PatientSites(@Nullable String home, Set<String> sharedWith) {

    /** Of a person about whom nothing is recorded yet. */
    public static final PatientSites NONE = new PatientSites(null, Set.of());

    public PatientSites {
        sharedWith = Set.copyOf(sharedWith);
    }

    /** The home and those that the patient is shared with. */
    public Set<String> all() {
        Set<String> all = new TreeSet<>(sharedWith);
        if (home != null) {
            all.add(home);
        }
        return all;
    }

    /** These after one more fact. */
    public PatientSites after(PatientEvent event) {
        return switch (event) {
            case PatientTakenOn taken -> new PatientSites(taken.siteId(), sharedWith);
            case PatientShared shared -> {
                Set<String> more = new HashSet<>(sharedWith);
                more.add(shared.siteId());
                yield new PatientSites(home, more);
            }
            case PatientSharingEnded ended -> {
                Set<String> fewer = new HashSet<>(sharedWith);
                fewer.remove(ended.siteId());
                yield new PatientSites(home, fewer);
            }
            case PatientRegistered registered -> this;
            case RepresentativeNamed named -> this;
            case ContactCorrected corrected -> this;
            case DeathRecorded died -> this;
            case DeathRetracted lives -> this;
            case BirthDateCorrected corrected -> this;
            case NameCorrected corrected -> this;
            case SexCorrected corrected -> this;
            case LanguageCorrected corrected -> this;
            case IdentifiersCorrected corrected -> this;
            case PersonsLinked linked -> this;
            case PersonsUnlinked unlinked -> this;
            case SubjectErased erased -> this;
        };
    }
}
