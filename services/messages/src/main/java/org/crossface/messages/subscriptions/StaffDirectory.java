package org.crossface.messages.subscriptions;

import java.util.Collection;
import java.util.List;
import org.crossface.platform.api.Role;

/** Finds the mail addresses of users; who a user is stays with the module that signs them in. */
@FunctionalInterface
public interface StaffDirectory {

    /**
     * Of these users those who have a mail address, may sign in, have the role and see the surgery centre now.
     *
     * @param userIds who subscribed, perhaps long ago
     */
    List<Recipient> reachable(Collection<String> userIds, Role role, String siteId);

    /** Somebody of the staff. */
    record Recipient(String userId, String address) {}
}
