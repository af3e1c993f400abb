package org.crossface.identity.users;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crossface.platform.api.Role;

/**
 * One invented user for each role, with a publicly known password; the user name is the role's name in kebab case, such as {@code
 * surgical-coordinator}. Each surgeon who operates in the demonstration is a user, since a surgeon signs only in his or her own name:
 * {@code surgeon} is surgeon-osei, the others have their identifier as user name. Only for a demonstration on the loopback interface.
 */
public final class DemoUsers {

    /** The password of all of them. */
    public static final String PASSWORD = "crossface-demo";

    private static final String PRACTICE = "org-practice";
    private static final String CENTER = "org-center";
    private static final String AFTERCARE = "org-aftercare";
    private static final Set<String> CENTER_ONLY = Set.of("site-bayview");
    private static final Set<String> CENTER_AND_FACILITY = Set.of("site-bayview", "facility-harbor");

    private DemoUsers() {}

    /** All demonstration users. */
    public static List<User> all() {
        return List.of(
                user(
                        "user-surgical-coordinator",
                        Role.SURGICAL_COORDINATOR,
                        "Jonah Marsh",
                        PRACTICE,
                        CENTER_AND_FACILITY),
                user("surgeon-osei", Role.SURGEON, "Dr. Ama Osei", PRACTICE, CENTER_AND_FACILITY),
                surgeon("surgeon-varga", "Dr. Pal Varga"),
                surgeon("surgeon-meier", "Dr. Lena Meier"),
                user("anesthesiologist-lindqvist", Role.ANESTHESIOLOGIST, "Dr. Per Lindqvist", CENTER, CENTER_ONLY),
                user("user-preop-nurse", Role.PREOP_NURSE, "Rosa Keller", CENTER, CENTER_ONLY),
                user("user-or-nurse", Role.OR_NURSE, "Tomas Ferreira", CENTER, CENTER_ONLY),
                user("user-pacu-nurse", Role.PACU_NURSE, "Ingrid Solheim", CENTER, CENTER_ONLY),
                user("user-aftercare-nurse", Role.AFTERCARE_NURSE, "Noor Haddad", AFTERCARE, CENTER_AND_FACILITY),
                user("user-therapist", Role.THERAPIST, "Jana Marek", PRACTICE, CENTER_AND_FACILITY),
                user("user-billing", Role.BILLING, "Owen Brandt", PRACTICE, CENTER_ONLY),
                user("user-quality-auditor", Role.QUALITY_AUDITOR, "Quinn Abara", PRACTICE, CENTER_AND_FACILITY),
                user("user-privacy-officer", Role.PRIVACY_OFFICER, "Petra Oduya", PRACTICE, CENTER_AND_FACILITY),
                user("user-administrator", Role.ADMINISTRATOR, "Adam Novak", PRACTICE, Set.of()));
    }

    /** Adds those that are missing. */
    static void addTo(Users users) {
        all().forEach(user -> users.addIfAbsent(user, PASSWORD, true));
    }

    private static User surgeon(String id, String displayName) {
        return new User(id, id, displayName, Set.of(Role.SURGEON), PRACTICE, CENTER_AND_FACILITY, false, false);
    }

    private static User user(String id, Role role, String displayName, String organisation, Set<String> sites) {
        String userName = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new User(id, userName, displayName, Set.of(role), organisation, sites, false, false);
    }
}
