package org.crossface.identity.users;

import org.springframework.beans.factory.SmartInitializingSingleton;

/** Ensures that a user can sign in before the server takes its first request. */
public final class UserStart implements SmartInitializingSingleton {

    private final Users users;
    private final FirstAdministrator administrator;
    private final boolean demo;

    /**
     * @param demo whether the server runs as a demonstration
     */
    public UserStart(Users users, FirstAdministrator administrator, boolean demo) {
        this.users = users;
        this.administrator = administrator;
        this.demo = demo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (demo) {
            DemoUsers.addTo(users);
        } else {
            users.endSessionsOfDemoUsers();
            administrator.createIfNobodyIsThere();
        }
    }
}
