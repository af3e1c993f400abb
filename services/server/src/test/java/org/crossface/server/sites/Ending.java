package org.crossface.server.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crossface.identity.users.Users;
import org.crossface.platform.api.Role;

/** What ends a live stream. */
enum Ending {
    SIGN_OUT {
        @Override
        void happen(Person person, Client client, Users users, OtherNode other) {
            signOut(person, client);
        }
    },
    PASSWORD_CHANGED_ON_THE_PAGE {
        @Override
        void happen(Person person, Client client, Users users, OtherNode other) {
            Reply changed = client.send(
                    person,
                    Call.form(
                            "/change-password",
                            "present=" + Client.encode(People.PASSWORD) + "&wanted=" + Client.encode(NEW_PASSWORD)));
            assertThat(changed.header("location")).as(changed.start()).endsWith("/sign-in?changed");
        }
    },
    PASSWORD_CHANGED_BY_THE_API {
        @Override
        void happen(Person person, Client client, Users users, OtherNode other) {
            changePassword(person, client);
        }
    },
    DISABLED {
        @Override
        void happen(Person person, Client client, Users users, OtherNode other) {
            users.disable(person.userName());
        }
    },
    ROLE_LOST {
        @Override
        void happen(Person person, Client client, Users users, OtherNode other) throws ReflectiveOperationException {
            changeAccess(
                    users, person, Set.of(Role.THERAPIST), person.situation().sites());
        }
    },
    SITE_LOST {
        @Override
        void happen(Person person, Client client, Users users, OtherNode other) throws ReflectiveOperationException {
            changeAccess(users, person, Set.of(person.role()), Set.of(Situation.LAKESIDE));
        }
    },
    SIGN_OUT_AT_ANOTHER_NODE {
        @Override
        void happen(Person person, Client client, Users users, OtherNode other) {
            signOut(person, other.client());
        }
    },
    PASSWORD_CHANGED_AT_ANOTHER_NODE {
        @Override
        void happen(Person person, Client client, Users users, OtherNode other) {
            changePassword(person, other.client());
        }
    },
    DISABLED_AT_ANOTHER_NODE {
        @Override
        void happen(Person person, Client client, Users users, OtherNode other) {
            other.users().disable(person.userName());
        }
    },
    ROLE_LOST_AT_ANOTHER_NODE {
        @Override
        void happen(Person person, Client client, Users users, OtherNode other) throws ReflectiveOperationException {
            changeAccess(
                    other.users(),
                    person,
                    Set.of(Role.THERAPIST),
                    person.situation().sites());
        }
    };

    private static final String NEW_PASSWORD = "nine quiet herons";

    /**
     * Lets it happen.
     *
     * @param client of the node that has the stream
     * @param users of that node
     */
    abstract void happen(Person person, Client client, Users users, OtherNode other)
            throws ReflectiveOperationException;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void signOut(Person person, Client client) {
        Reply reply = client.send(person, Call.form("/sign-out", ""));
        assertThat(reply.header("location")).as(reply.start()).endsWith("/sign-in?ended");
    }

    private static void changePassword(Person person, Client client) {
        Reply changed = client.send(
                Person.notSignedIn(),
                Call.json(
                        "POST",
                        "/api/password",
                        Bodies.json(Map.of(
                                "userName",
                                person.userName(),
                                "password",
                                People.PASSWORD,
                                "newPassword",
                                NEW_PASSWORD))));
        assertThat(changed.status()).as(changed.start()).isEqualTo(204);
    }

    /** Without the compiler's help until the method is there. */
    private static void changeAccess(Users users, Person person, Set<Role> roles, Set<String> sites)
            throws ReflectiveOperationException {
        Method change = Arrays.stream(Users.class.getMethods())
                .filter(method -> method.getName().equals("changeAccess"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "There is no Users.changeAccess(id, roles, sites): a role cannot be taken away"));
        change.invoke(users, person.userName(), roles, sites);
    }
}
