package org.crossface.identity.users;

/** Another user has this user name or identifier already. */
public final class UserNameTaken extends RuntimeException {

    UserNameTaken(String userName, Throwable cause) {
        super("The user name " + userName + " is taken", cause);
    }
}
