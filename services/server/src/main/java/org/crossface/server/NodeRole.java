package org.crossface.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The roles of a node. A node has all of them unless configured otherwise. */
public enum NodeRole {
    WEB("serves pages, the REST API and live updates; needs the role command on the same node"),
    COMMAND("decides commands and records their events"),
    PROJECTION("keeps the views up to date: board, theatre day, timeline"),
    AUTOMATION("acts on events: timers, follow-up and commands that one stage causes in the next"),
    BILLING("turns documented surgery into charges and sends them to Kafka"),
    AUDIT("rebuilds views for comparison and answers the auditors' questions");

    private final String sentence;

    NodeRole(String sentence) {
        this.sentence = sentence;
    }

    /** The word of the command line, such as {@code web}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a node with this role does, in one sentence. */
    public String sentence() {
        return sentence;
    }

    /** The role with this word, if there is one. */
    static Optional<NodeRole> ofWord(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
