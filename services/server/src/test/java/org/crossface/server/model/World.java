package org.crossface.server.model;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.crossface.pathway.policy.approval.PolicySet;
import org.crossface.pathway.vocabulary.Referent;
import org.jspecify.annotations.Nullable;

/** What there is to be named: surgery centres, surgeons, facilities, and the patients and pathways of the run. */
final class World {

    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    static final String HOME = "site-bayview";
    static final String LAKESIDE = "site-lakeside";
    static final String POLICIES = PolicySet.ID;
    static final List<String> ROOMS = List.of("OR-1", "OR-2", "OR-3", "OR-4");
    static final List<String> SURGEONS = List.of("surgeon-novice", "surgeon-meier", "surgeon-varga", "surgeon-osei");
    static final List<String> DEVICES = List.of("microscope-1", "microscope-2");
    static final List<String> FACILITIES = List.of("facility-plain", "facility-harbor");

    private final SplittableRandom random;

    /** Pathways that are open, the newest last. */
    final List<ModelPathway> pathways = new ArrayList<>();

    /** All pathways that there ever were. */
    final List<ModelPathway> all = new ArrayList<>();

    /** Registered persons without a pathway. */
    final List<String> persons = new ArrayList<>();

    /** Birth dates of the persons and of the patients. */
    final Map<String, String> births = new LinkedHashMap<>();

    /** Pairs of persons who are linked. */
    final List<Set<String>> links = new ArrayList<>();

    /** Versions of the policy that were proposed. */
    final List<String> proposed = new ArrayList<>();

    private final List<String> versions = new ArrayList<>(List.of("model-0"));

    World(SplittableRandom random) {
        this.random = random;
    }

    /** What a field may name, the likeliest last. */
    List<String> named(Referent referent, @Nullable ModelPathway pathway) {
        return switch (referent) {
            case PRACTITIONER -> SURGEONS;
            case FACILITY -> FACILITIES;
            case DEVICE -> DEVICES;
            case ROOM -> pathway == null ? ROOMS : with(ROOMS, pathway.room);
            case OWN_SITE -> List.of(HOME);
            case SITE, OTHER_SITE, SHARED_SITE -> List.of(HOME, LAKESIDE);
            case OTHER_PERSON -> List.copyOf(births.keySet());
            case TIME_ZONE -> List.of("America/New_York", ZONE.getId());
            case LINKED_PERSON -> links.stream().flatMap(Set::stream).distinct().toList();
            default -> pathway == null ? List.of() : pathway.named(referent);
        };
    }

    /** Nothing that this pathway could mean: of another pathway, or of nobody. */
    String unknown(Referent referent, @Nullable ModelPathway pathway) {
        if (!all.isEmpty() && random.nextBoolean()) {
            ModelPathway other = all.get(random.nextInt(all.size()));
            List<String> theirs = other == pathway ? List.of() : other.named(referent);
            if (!theirs.isEmpty()) {
                return theirs.getLast();
            }
        }
        return "unknown-" + referent.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static List<String> with(List<String> all, String last) {
        List<String> more = new ArrayList<>(all);
        more.add(last);
        return more;
    }

    /** A registered person, or nobody. */
    String somebody() {
        return persons.isEmpty() || random.nextInt(10) == 0
                ? "patient-nobody"
                : persons.get(random.nextInt(persons.size()));
    }

    /** All registrations that are linked with one of these, these included. */
    Set<String> identities(Set<String> of) {
        Set<String> all = new LinkedHashSet<>(of);
        // All of a person point to one main registration, so that two rounds find everybody.
        for (int round = 0; round < 2; round++) {
            links.stream()
                    .filter(pair -> pair.stream().anyMatch(all::contains))
                    .toList()
                    .forEach(all::addAll);
        }
        return all;
    }

    /** Whether a pathway is that of one of these. */
    boolean havePathway(Set<String> persons) {
        return all.stream().anyMatch(each -> persons.contains(each.patientId));
    }

    /** Versions of the policy that were named, and a new one. */
    List<String> versions() {
        versions.add("model-" + versions.size());
        return versions.subList(Math.max(0, versions.size() - 4), versions.size());
    }
}
