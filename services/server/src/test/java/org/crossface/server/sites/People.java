package org.crossface.server.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossface.identity.tokens.ApiTokens;
import org.crossface.identity.users.User;
import org.crossface.identity.users.Users;
import org.crossface.platform.api.Role;

/** Users of every role in every situation, each with a token of the API and a session of the pages. */
final class People {

    /** In which somebody can act; the system signs in nowhere. */
    static final List<Role> ROLES =
            Arrays.stream(Role.values()).filter(role -> role != Role.SYSTEM).toList();

    static final String PASSWORD = "three quiet herons";
    private static final String OTHER_PASSWORD = "seven quiet herons";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String FORM = "/change-password";

    private final Users users;
    private final ApiTokens tokens;
    private final Client client;

    People(Users users, ApiTokens tokens, Client client) {
        this.users = users;
        this.tokens = tokens;
        this.client = client;
    }

    /** One of each role; who is not signed in has none. */
    Map<Role, Person> of(Situation situation) {
        if (situation == Situation.NOT_SIGNED_IN) {
            return Map.of(Role.SURGEON, Person.notSignedIn());
        }
        Map<Role, Person> people = new EnumMap<>(Role.class);
        ROLES.forEach(role -> people.put(role, situation == Situation.ENDED ? ended(role) : add(situation, role, "")));
        return people;
    }

    /** A new user, signed in. */
    Person add(Situation situation, Role role, String suffix) {
        String name = name(situation, role) + suffix;
        users.add(new User(name, name, name, Set.of(role), "org-center", situation.sites(), false, false), PASSWORD);
        return signIn(situation, role, name);
    }

    /** The same people, each signed in anew. */
    Map<Role, Person> again(Map<Role, Person> people) {
        Map<Role, Person> anew = new EnumMap<>(Role.class);
        people.forEach((role, person) -> anew.put(role, signIn(person.situation(), role, person.userName())));
        return anew;
    }

    /** Such as {@code home-surgeon}. */
    static String name(Situation situation, Role role) {
        return (situation + "-" + role).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Person signIn(Situation situation, Role role, String name) {
        String token = tokens.issue(user(name).actingAs(role)).token();
        Person at = new Person(situation, role, name, token, "", "");
        Reply form = client.send(at, Call.get("/sign-in"));
        Person before = new Person(situation, role, name, token, cookie(form, ""), csrf(form));
        Reply signedIn =
                client.send(before, Call.form("/sign-in", "username=" + name + "&password=" + Client.encode(PASSWORD)));
        assertThat(signedIn.header("location")).as(name).endsWith("/").doesNotContain("sign-in");
        Person inside = new Person(situation, role, name, token, cookie(signedIn, before.cookie()), "");
        return new Person(situation, role, name, token, inside.cookie(), csrf(client.send(inside, Call.get(FORM))));
    }

    private User user(String name) {
        return users.named(name).orElseThrow(() -> new AssertionError("There is no user " + name));
    }

    private static String cookie(Reply reply, String otherwise) {
        String set = reply.header("set-cookie");
        return set.isEmpty() ? otherwise : set.substring(0, set.indexOf(';'));
    }

    private static String csrf(Reply page) {
        Matcher token = CSRF.matcher(page.body());
        if (!token.find()) {
            throw new AssertionError("The page has no form: " + page.start());
        }
        return token.group(1);
    }

    /** Who was signed in and, in turn, signed out, was disabled or has another password since. */
    private Person ended(Role role) {
        Person person = add(Situation.ENDED, role, "");
        assertThat(client.send(person, Call.get("/api/clock")).status()).isEqualTo(200);
        assertThat(client.send(person, Call.get("/events/probe")).status()).isEqualTo(204);
        switch (ROLES.indexOf(role) % 3) {
            case 0 -> {
                client.send(person, Call.json("DELETE", "/api/tokens/current", ""));
                client.send(person, Call.form("/sign-out", ""));
            }
            case 1 -> users.disable(person.userName());
            default -> users.changePassword(user(person.userName()), OTHER_PASSWORD);
        }
        return person;
    }
}
