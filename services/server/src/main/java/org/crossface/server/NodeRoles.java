package org.crossface.server;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/** The roles of this node: the property {@value #PROPERTY}, words separated by commas. */
record NodeRoles(Set<NodeRole> roles) {
    static final String PROPERTY = "crossface.roles";

    NodeRoles {
        roles = Set.copyOf(roles);
    }

    static NodeRoles of(Environment environment) {
        return parse(environment.getProperty(PROPERTY, ""));
    }

    /**
     * Parses the words; an empty value means all roles.
     *
     * @throws RefusedConfiguration if a word is not a role, or the roles contain web without command
     */
    static NodeRoles parse(String words) {
        List<String> wanted = Arrays.stream(words.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        if (wanted.isEmpty()) {
            return new NodeRoles(EnumSet.allOf(NodeRole.class));
        }
        Set<NodeRole> roles = EnumSet.noneOf(NodeRole.class);
        for (String word : wanted) {
            roles.add(NodeRole.ofWord(word)
                    .orElseThrow(() -> new RefusedConfiguration(
                            "'" + word + "' is no role", "Use some of " + all() + "; --list-roles explains them.")));
        }
        if (roles.contains(NodeRole.WEB) && !roles.contains(NodeRole.COMMAND)) {
            throw new RefusedConfiguration(
                    "The role web needs the role command: commands from pages are decided on the same node",
                    "Add command to --" + PROPERTY + ".");
        }
        return new NodeRoles(roles);
    }

    boolean has(NodeRole role) {
        return roles.contains(role);
    }

    /** The words, in the order of {@link NodeRole}. */
    String words() {
        return roles.stream().sorted().map(NodeRole::word).collect(Collectors.joining(", "));
    }

    private static String all() {
        return Arrays.stream(NodeRole.values()).map(NodeRole::word).collect(Collectors.joining(", "));
    }
}
