package org.crossface.simulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the API: its status and its body; a missing body is an empty object. */
record Answer(int status, JsonNode body) {

    /** The answer of a planned command that is not sent yet. */
    static final Answer NONE_YET = new Answer(0, JsonMapper.shared().createObjectNode());

    boolean accepted() {
        return status / 100 == 2;
    }

    /** Rule that refused, or the problem's code; empty when accepted. */
    String refusal() {
        String rule = body.path("rule").asString("");
        return rule.isEmpty() ? body.path("code").asString("") : rule;
    }
}
