package org.crossface.pathway.intake.lodging;

import java.time.ZoneId;
import org.crossface.pathway.usecase.Check;
import org.crossface.platform.api.decision.Verdict;

/** Rules about where the patient stays. */
final class LodgingRules {

    private LodgingRules() {}

    static final Check<RecordLodging> ZONE_IS_KNOWN = Check.hard(
            "REF-ZONE",
            "A time zone is one of the IANA list.",
            (state, command, given) -> Verdict.refusedIf(
                    !ZoneId.getAvailableZoneIds().contains(command.zone()),
                    "zone",
                    "There is no time zone " + command.zone(),
                    "Give one such as America/Los_Angeles"));

    static final Check<RecordLodging> ENDS_AFTER_IT_BEGINS = Check.hard(
            "SEQ-LODGING",
            "A stay does not end before it begins.",
            (state, command, given) -> Verdict.refusedIf(
                    command.until() != null && command.until().isBefore(command.from()),
                    "until",
                    "The stay would end on " + command.until() + ", before it begins on " + command.from(),
                    "Give a last day from the first day on"));
}
