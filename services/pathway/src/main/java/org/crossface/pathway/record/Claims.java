package org.crossface.pathway.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.scheduling.CaseNeeds;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.scheduling.events.AftercareBedReserved;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Reservations;
import org.crossface.platform.api.Reservations.AlreadyReserved;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.api.decision.Grounds;
import org.crossface.platform.api.decision.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What a pathway holds against all others, as its state tells: the live pathway of each paralysed side (INV-60), room and surgeons of each
 * case with its devices and its second team (INV-59), donor legs and thighs (INV-07, INV-08), after-care beds. With every event, corrections and retractions included, the
 * difference is reserved and given back in the transaction of the append.
 *
 * @param all in the order in which they are reserved
 */
public record Claims(List<Claim> all) {

    /** Name of the set of live pathways; its keys are person and side, its holders are pathways. */
    public static final String LIVE_PATHWAYS = "live-pathway";

    /** Name of the set of rooms; a resource is site and room, a holder is a case. */
    public static final String ROOMS = "theatre-room";

    /** Name of the set of surgeons; a holder is a case. */
    public static final String SURGEONS = "theatre-surgeon";

    /** Name of the set of devices; a resource is a device, or site and name of one that was typed; a holder is a case. */
    public static final String DEVICES = "theatre-device";

    /** Name of the set of donor legs; its keys are person and side, its holders are pathways. */
    public static final String LEGS = "donor-leg";

    /** Name of the set of donor thighs; its keys are person and side, its holders are pathways. */
    public static final String THIGHS = "donor-thigh";

    /** Name of the set of after-care beds; a resource is facility and bed, a holder is pathway and stage. */
    public static final String BEDS = "aftercare-bed";

    private static final Rule LIVE = Rule.hard("INV-60", "A patient has one live pathway for each paralysed side.")
            .on(Grounds.TAKEN);
    private static final Rule SLOT = Rule.hard(
                    "INV-59", "A room and a surgeon serve one operation at a time, turnover included.")
            .on(Grounds.TAKEN);
    private static final String SLOT_REMEDY = "Choose another time, room or surgeon";
    private static final Rule DEVICE = Rule.hard(
                    "INV-59", "A device serves one operation at a time, turnover included.")
            .on(Grounds.TAKEN);
    private static final Rule LEG = Rule.hard("INV-07", "A sural nerve is taken once.");
    private static final Rule THIGH = Rule.hard("INV-08", "A gracilis is taken once.");
    private static final Rule BED =
            Rule.hard("REF-BED", "A bed of an after-care facility serves one patient at a time.");

    public Claims {
        all = List.copyOf(all);
    }

    /**
     * What the pathway of this state holds.
     *
     * @param policy for the turnover of a room; compare only claims by the same policy
     */
    public static Claims of(String pathwayId, PathwayState state, Policy policy) {
        List<Claim> all = new ArrayList<>();
        addSides(all, pathwayId, state);
        for (SurgicalCase each : state.schedule().cases()) {
            boolean given = each.cancelled()
                    || each.isReturn()
                    || state.operations().of(each.caseId()).isDiscontinued();
            if (!given) {
                addSlot(all, each, state.schedule().needsOf(each.caseId()), policy);
            }
        }
        String patient = state.intake().personId();
        state.operations().usedLegs().stream()
                .sorted()
                .forEach(leg -> all.add(new Claim.Key(LEGS, patient + " " + leg, pathwayId, String.valueOf(leg))));
        state.flaps().usedThighs().stream()
                .sorted()
                .forEach(thigh ->
                        all.add(new Claim.Key(THIGHS, patient + " " + thigh, pathwayId, String.valueOf(thigh))));
        for (Stage stage : Stage.values()) {
            List<AftercareBedReserved> beds =
                    state.phase().isEnd() ? List.of() : state.schedule().bedsOf(stage);
            for (AftercareBedReserved bed : beds) {
                all.add(new Claim.Bed(
                        BEDS,
                        bed.facilityId(),
                        bed.from().toInstant(),
                        bed.until().toInstant(),
                        pathwayId + " " + stage,
                        bed.facilityId()));
            }
        }
        return new Claims(all);
    }

    /**
     * Whether another pathway of the same person, at whatever centre, has taken the donor of a side.
     *
     * @param set {@link #LEGS} or {@link #THIGHS}
     */
    public static boolean isTakenElsewhere(String set, PathwayState state, BodySide side, Reservations reservations) {
        return reservations.holders(set, List.of(state.intake().personId() + " " + side)).values().stream()
                .anyMatch(holder -> !holder.equals(state.intake().pathwayId()));
    }

    /** The live pathways of a person, at every surgery centre. */
    public static Set<String> livePathwaysOf(String personId, Reservations reservations) {
        return new TreeSet<>(reservations
                .holders(
                        LIVE_PATHWAYS,
                        ParalysedSide.BILATERAL.sides().stream()
                                .map(side -> personId + "|" + side)
                                .toList())
                .values());
    }

    /** A pathway whose side is not known yet holds both sides, so that no second one can be opened unseen. */
    private static void addSides(List<Claim> all, String pathwayId, PathwayState state) {
        String patient = state.intake().personId();
        if (!patient.isEmpty() && !state.phase().isEnd()) {
            Objects.requireNonNullElse(side(state), ParalysedSide.BILATERAL)
                    .sides()
                    .forEach(side -> all.add(
                            new Claim.Key(LIVE_PATHWAYS, patient + "|" + side, pathwayId, String.valueOf(side))));
        }
    }

    private static @Nullable ParalysedSide side(PathwayState state) {
        ParalysisCharacterised paralysis = state.evaluation().paralysis();
        return paralysis == null ? state.intake().referredSide() : paralysis.paralysedSide();
    }

    /** How long an operation occupies room and surgeons: until the room is ready for the next one. */
    public static Duration occupation(int estimatedMinutes, Policy policy) {
        return Duration.ofMinutes(estimatedMinutes + (long) policy.of(Threshold.TURNOVER_MINUTES));
    }

    /** The resource of {@link #ROOMS} that a room of a surgery centre is. */
    public static String room(String siteId, String room) {
        return siteId + "|" + room;
    }

    /** A return to theatre takes the room that there is (ADR 51), and a procedure that was stopped gives the rest of its time back. */
    private static void addSlot(List<Claim> all, SurgicalCase each, CaseNeeds needs, Policy policy) {
        Instant from = each.startsAt().toInstant();
        Instant until = from.plus(occupation(each.estimatedMinutes(), policy));
        all.add(new Claim.Period(ROOMS, room(each.siteId(), each.room()), from, until, each.caseId(), each.room()));
        Stream.concat(each.surgeonIds().stream(), needs.people().stream())
                .distinct()
                .forEach(person -> all.add(new Claim.Period(SURGEONS, person, from, until, each.caseId(), person)));
        needs.devices()
                .forEach(device -> all.add(new Claim.Period(DEVICES, device, from, until, each.caseId(), device)));
        needs.typed()
                .forEach(device -> all.add(new Claim.Period(
                        DEVICES,
                        each.siteId() + "|" + device.kind() + "|" + device.name(),
                        from,
                        until,
                        each.caseId(),
                        device.name())));
    }

    /**
     * Gives back what the later state holds no more, and reserves what it holds anew.
     *
     * @throws CommandRefused with every claim that another pathway holds
     */
    static void follow(String pathwayId, PathwayState before, PathwayState after, Circumstances given) {
        if (isUntouched(before, after)) {
            return;
        }
        Claims held = of(pathwayId, before, given.policy());
        Claims needed = of(pathwayId, after, given.policy());
        if (held.equals(needed)) {
            return;
        }
        List<BrokenRule> broken = new ArrayList<>();
        List<AlreadyReserved> causes = new ArrayList<>();
        Set<Share> all = held.shares();
        all.addAll(needed.shares());
        for (Share share : all) {
            List<Claim> then = held.of(share);
            List<Claim> now = needed.of(share);
            if (!then.equals(now)) {
                if (!then.isEmpty()) {
                    given.reservations().release(share.set(), share.holder());
                }
                for (Claim claim : now) {
                    try {
                        claim.reserve(given);
                    } catch (AlreadyReserved taken) {
                        causes.add(taken);
                        broken.addAll(refusal(claim, before).broken());
                    }
                }
            }
        }
        if (!broken.isEmpty()) {
            CommandRefused refused = new CommandRefused(broken);
            refused.initCause(causes.getFirst());
            throw refused;
        }
    }

    /** Whether nothing has changed of what claims are made from; a part of the state that a fact does not concern stays the same object. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isUntouched(PathwayState before, PathwayState after) {
        return before.schedule() == after.schedule()
                && before.operations() == after.operations()
                && before.evaluation() == after.evaluation()
                && before.intake() == after.intake()
                && before.flaps() == after.flaps()
                && before.phase().isEnd() == after.phase().isEnd();
    }

    /** What one holder has in one set. */
    private record Share(String set, String holder) {}

    private Set<Share> shares() {
        return all.stream()
                .map(claim -> new Share(claim.set(), claim.holder()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Claim> of(Share share) {
        return all.stream()
                .filter(claim ->
                        claim.set().equals(share.set()) && claim.holder().equals(share.holder()))
                .toList();
    }

    private static CommandRefused refusal(Claim claim, PathwayState before) {
        String what = claim.what();
        return switch (claim.set()) {
            case LIVE_PATHWAYS ->
                refused(
                        LIVE,
                        before.intake().patientId().isEmpty() ? "referredSide" : "paralysedSide",
                        "The patient has a live pathway for the side " + what + " already",
                        "Use that pathway, or end it first; name the side if the other one is meant");
            case ROOMS -> refused(SLOT, "room", what + " is occupied at that time", SLOT_REMEDY);
            case SURGEONS ->
                refused(
                        SLOT,
                        isSurgeonOf(claim, before) ? "surgeonIds" : "secondTeam",
                        what + " operates at that time",
                        SLOT_REMEDY);
            case DEVICES ->
                refused(DEVICE, "devices", what + " is in use at that time", "Choose another device or another time");
            case LEGS -> taken(LEG, "legSide", "sural nerve", what);
            case THIGHS -> taken(THIGH, "thighSide", "gracilis", what);
            default ->
                refused(
                        BED,
                        "facilityId",
                        "All beds of " + what + " are reserved in that time",
                        "Choose another facility or other days");
        };
    }

    /** Somebody who is named neither in a booked case nor in its second team is a surgeon of the booking that is refused. */
    private static boolean isSurgeonOf(Claim claim, PathwayState before) {
        return before.schedule()
                .caseById(claim.holder())
                .map(each -> each.surgeonIds().contains(claim.what()))
                .orElse(true);
    }

    private static CommandRefused taken(Rule rule, String field, String tissue, String side) {
        return refused(
                rule,
                field,
                "The " + tissue + " of the " + side + " side was already taken in another pathway of this patient",
                "Take it from the other side, with a consent that names it");
    }

    private static CommandRefused refused(Rule rule, String field, String finding, String remedy) {
        return rule.refusal(field, finding, remedy);
    }
}
