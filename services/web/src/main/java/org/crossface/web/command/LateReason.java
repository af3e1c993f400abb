package org.crossface.web.command;

import java.util.List;
import org.crossface.pathway.CircumstancesResolver;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.FieldKind;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.platform.api.FieldBounds;
import org.crossface.platform.api.FieldRange;
import org.crossface.platform.api.decision.Verdict;
import org.crossface.platform.dispatch.Envelope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The reason for recording a fact long after it happened (INV-61). It is sent with the fields of a command and kept in the envelope. */
public final class LateReason {

    /** The field, as forms and the description of the API show it. */
    public static final FieldSpec FIELD = new FieldSpec(
            CircumstancesResolver.LATE_REASON,
            FieldKind.MULTILINE,
            null,
            new FieldRange(
                    "Why it is recorded only now",
                    "",
                    Double.NEGATIVE_INFINITY,
                    FieldBounds.LINES,
                    0,
                    FieldBounds.LINE),
            List.of(),
            null,
            List.of(),
            List.of(),
            false,
            "Why it is recorded more than {lateEntryHours} hours after it happened (INV-61).");

    private LateReason() {}

    /** Whether a command takes a late reason. */
    public static boolean isTakenBy(CommandSpec spec) {
        return spec.isOfPathway();
    }

    /** Checks type and length of the reason, which no rule of the command checks. */
    static void check(ObjectNode sent, FieldFaults faults) {
        JsonNode reason = sent.path(FIELD.name());
        if (reason.isString()
                && FIELD.range().text(FIELD.name(), reason.stringValue()) instanceof Verdict.Refused refused) {
            faults.unreadable(FIELD.name(), refused.finding(), refused.remedy());
        } else if (!reason.isMissingNode() && !reason.isNull() && !reason.isString()) {
            faults.unreadable(FIELD.name(), FIELD.label() + " must be a text", "Give a text");
        }
    }

    /** The envelope with the reason, if there is one. */
    static Envelope noted(Envelope envelope, ObjectNode sent) {
        String reason = sent.path(FIELD.name()).asString("").strip();
        return reason.isEmpty() ? envelope : envelope.noting(FIELD.name(), reason);
    }
}
