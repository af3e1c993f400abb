package org.crossface.pathway.aftercare;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.crossface.pathway.aftercare.events.AftercareFact;
import org.crossface.pathway.aftercare.events.ComplicationRecorded;
import org.crossface.pathway.aftercare.events.ComplicationRegraded;
import org.crossface.pathway.aftercare.events.ComplicationResolved;
import org.crossface.pathway.aftercare.events.ContactAttempted;
import org.crossface.pathway.aftercare.events.DayOneCallCompleted;
import org.crossface.pathway.aftercare.events.DonorFaceAssessed;
import org.crossface.pathway.aftercare.events.DonorSensationAssessed;
import org.crossface.pathway.aftercare.events.EmergencyVisitReported;
import org.crossface.pathway.aftercare.events.InfectionDiagnosed;
import org.crossface.pathway.aftercare.events.RedFlagAcknowledged;
import org.crossface.pathway.aftercare.events.RedFlagRaised;
import org.crossface.pathway.aftercare.events.RedFlagResolved;
import org.crossface.pathway.aftercare.events.SurveillanceClosed;
import org.crossface.pathway.aftercare.events.SurveillanceReopened;
import org.crossface.pathway.aftercare.events.WoundAssessed;
import org.crossface.pathway.aftercare.events.WoundMaterialRemoved;
import org.crossface.pathway.aftercare.vocabulary.FacialWeakness;
import org.crossface.pathway.aftercare.vocabulary.RedFlag;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceKind;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceOutcome;
import org.crossface.pathway.aftercare.vocabulary.SutureStatus;
import org.crossface.pathway.aftercare.vocabulary.WoundAppearance;
import org.crossface.pathway.aftercare.vocabulary.WoundMaterial;
import org.crossface.pathway.aftercare.vocabulary.WoundSite;
import org.crossface.pathway.vocabulary.Stage;

/**
 * Contacts and visits that took place after the operations, and the red flags with their answers; each in the order of recording.
 *
 * @param donorFaces looks at the healthy side of the face
 * @param removals what was taken out of wounds
 * @param infections facts that found an infection of an operation
 * @param contactAttempts how often it was tried to reach the patient, whoever answered
 * @param flags every red flag that was raised, the resolved ones too
 */
public record FollowUp(
        List<DayOneCall> dayOneCalls,
        List<WoundVisit> woundVisits,
        List<DonorSite> donorSites,
        List<DonorFace> donorFaces,
        List<Removal> removals,
        List<Surveillance> surveillances,
        List<Flag> flags,
        List<String> infections,
        int contactAttempts) {

    /** Keeps its own copies. */
    public FollowUp {
        dayOneCalls = List.copyOf(dayOneCalls);
        woundVisits = List.copyOf(woundVisits);
        donorSites = List.copyOf(donorSites);
        donorFaces = List.copyOf(donorFaces);
        removals = List.copyOf(removals);
        surveillances = List.copyOf(surveillances);
        flags = List.copyOf(flags);
        infections = List.copyOf(infections);
    }

    /**
     * The call on the day after the operation.
     *
     * @param pain 0 to 10
     */
    public record DayOneCall(Stage stage, OffsetDateTime at, int pain) {}

    /** A look at the wound. */
    public record WoundVisit(
            Stage stage, OffsetDateTime at, WoundAppearance appearance, WoundSite site, SutureStatus sutures) {}

    /**
     * A test of the sensation at the donor site.
     *
     * @param numbAreaCm2 cm²
     */
    public record DonorSite(OffsetDateTime at, int numbAreaCm2) {}

    /** A look at the healthy side of the face. */
    public record DonorFace(OffsetDateTime at, FacialWeakness weakness) {}

    /** What was taken out, and of which wounds. */
    public record Removal(Stage stage, OffsetDateTime at, Set<WoundSite> sites, Set<WoundMaterial> materials) {

        /** Keeps its own copies. */
        public Removal {
            sites = Set.copyOf(sites);
            materials = Set.copyOf(materials);
        }

        boolean tookOut(WoundMaterial material, WoundSite site) {
            return materials.contains(material) && sites.contains(site);
        }
    }

    /**
     * A surveillance that was closed.
     *
     * @param reopened whether an infection was found afterwards that belongs to it, so that it has to be closed anew
     */
    public record Surveillance(
            Stage stage, SurveillanceKind kind, OffsetDateTime at, SurveillanceOutcome outcome, boolean reopened) {

        Surveillance reopen() {
            return new Surveillance(stage, kind, at, outcome, true);
        }
    }

    /**
     * A red flag.
     *
     * @param flagId fact that raised it
     * @param answered acknowledged or resolved
     */
    public record Flag(String flagId, RedFlag flag, OffsetDateTime raisedAt, boolean answered) {

        Flag answer() {
            return new Flag(flagId, flag, raisedAt, true);
        }
    }

    /** Before anything happened. */
    public static FollowUp none() {
        return new FollowUp(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0);
    }

    /** The newest call after the operation of this stage on this day. */
    public Optional<DayOneCall> dayOneCall(Stage stage, LocalDate operatedOn) {
        return dayOneCalls.reversed().stream()
                .filter(call -> call.stage() == stage && isSince(operatedOn, call.at()))
                .findFirst();
    }

    /** The first look at the wound after the operation of this stage on this day. */
    public Optional<WoundVisit> firstWoundVisit(Stage stage, LocalDate operatedOn) {
        return woundVisits.stream()
                .filter(visit -> visit.stage() == stage && isSince(operatedOn, visit.at()))
                .findFirst();
    }

    /**
     * What nobody has taken out since the muscle was transferred on this day, with wounds in the face and at the thigh (T-32). A look at a
     * wound tells of its sutures too; the newest word on them counts.
     *
     * @param drained whether a drain was placed
     */
    public Set<WoundMaterial> stillIn(LocalDate operatedOn, boolean drained) {
        List<Removal> since = removals.stream()
                .filter(each -> each.stage() == Stage.TWO && isSince(operatedOn, each.at()))
                .toList();
        Set<WoundMaterial> left = EnumSet.noneOf(WoundMaterial.class);
        if (drained && since.stream().noneMatch(each -> each.materials().contains(WoundMaterial.DRAIN))) {
            left.add(WoundMaterial.DRAIN);
        }
        for (WoundSite site : WoundSite.OF_TRANSFER) {
            if (!suturesAreOut(since, operatedOn, site)) {
                left.add(WoundMaterial.SUTURES);
            }
            if (since.stream().noneMatch(each -> each.tookOut(WoundMaterial.DRESSING, site))) {
                left.add(WoundMaterial.DRESSING);
            }
        }
        return left;
    }

    private boolean suturesAreOut(List<Removal> since, LocalDate operatedOn, WoundSite site) {
        record Word(OffsetDateTime at, boolean out) {}
        return Stream.concat(
                        since.stream()
                                .filter(each -> each.tookOut(WoundMaterial.SUTURES, site))
                                .map(each -> new Word(each.at(), true)),
                        woundVisits.stream()
                                .filter(each -> each.stage() == Stage.TWO && each.site() == site)
                                .filter(each -> isSince(operatedOn, each.at()))
                                .map(each -> new Word(each.at(), each.sutures().needsNoRemoval())))
                .max(Comparator.comparing(Word::at))
                .filter(Word::out)
                .isPresent();
    }

    /** The surveillance after the operation of this stage on this day that was closed last and is not open again. */
    public Optional<Surveillance> lastSurveillance(Stage stage, LocalDate operatedOn) {
        return surveillances.reversed().stream()
                .filter(closed -> !closed.reopened() && closed.stage() == stage && isSince(operatedOn, closed.at()))
                .findFirst();
    }

    /** A contact names the stage and no case: it belongs to an operation of the stage that was before it. */
    private static boolean isSince(LocalDate operatedOn, OffsetDateTime at) {
        return !at.toLocalDate().isBefore(operatedOn);
    }

    /** The red flags that nobody has acknowledged or resolved. */
    public List<Flag> unanswered() {
        return flags.stream().filter(flag -> !flag.answered()).toList();
    }

    FollowUp evolve(AftercareFact fact) {
        return switch (fact) {
            case DayOneCallCompleted call ->
                with(
                        plus(dayOneCalls, new DayOneCall(call.stage(), call.occurredAt(), call.pain())),
                        woundVisits,
                        donorSites);
            case WoundAssessed wound ->
                with(
                        dayOneCalls,
                        plus(
                                woundVisits,
                                new WoundVisit(
                                        wound.stage(),
                                        wound.occurredAt(),
                                        wound.appearance(),
                                        wound.site(),
                                        wound.sutures())),
                        donorSites);
            case DonorSensationAssessed sensation ->
                with(
                        dayOneCalls,
                        woundVisits,
                        plus(donorSites, new DonorSite(sensation.occurredAt(), sensation.numbAreaCm2())));
            case DonorFaceAssessed face ->
                new FollowUp(
                        dayOneCalls,
                        woundVisits,
                        donorSites,
                        plus(donorFaces, new DonorFace(face.occurredAt(), face.weakness())),
                        removals,
                        surveillances,
                        flags,
                        infections,
                        contactAttempts);
            case WoundMaterialRemoved removed ->
                new FollowUp(
                        dayOneCalls,
                        woundVisits,
                        donorSites,
                        donorFaces,
                        plus(
                                removals,
                                new Removal(
                                        removed.stage(),
                                        removed.occurredAt(),
                                        Set.copyOf(removed.sites()),
                                        Set.copyOf(removed.materials()))),
                        surveillances,
                        flags,
                        infections,
                        contactAttempts);
            case SurveillanceClosed closed ->
                withSurveillances(plus(
                        surveillances,
                        new Surveillance(closed.stage(), closed.kind(), closed.occurredAt(), closed.outcome(), false)));
            case SurveillanceReopened again -> infections.contains(again.infectionId()) ? reopened(again) : this;
            case RedFlagRaised raised ->
                withFlags(plus(flags, new Flag(raised.factId(), raised.flag(), raised.occurredAt(), false)));
            case RedFlagAcknowledged acknowledged -> answered(acknowledged.flagId());
            case RedFlagResolved resolved -> answered(resolved.flagId());
            case ContactAttempted attempt ->
                new FollowUp(
                        dayOneCalls,
                        woundVisits,
                        donorSites,
                        donorFaces,
                        removals,
                        surveillances,
                        flags,
                        infections,
                        contactAttempts + 1);
            case InfectionDiagnosed infection ->
                new FollowUp(
                        dayOneCalls,
                        woundVisits,
                        donorSites,
                        donorFaces,
                        removals,
                        surveillances,
                        flags,
                        plus(infections, infection.factId()),
                        contactAttempts);
            case ComplicationRecorded recorded -> this;
            case ComplicationRegraded regraded -> this;
            case ComplicationResolved resolved -> this;
            case EmergencyVisitReported visit -> this;
        };
    }

    /** Open again are those of the kind that were closed until now; a retracted infection opens none. */
    private FollowUp reopened(SurveillanceReopened again) {
        return withSurveillances(surveillances.stream()
                .map(each -> each.stage() == again.stage() && each.kind() == again.kind() ? each.reopen() : each)
                .toList());
    }

    private FollowUp answered(String flagId) {
        UnaryOperator<Flag> answer = flag -> flag.flagId().equals(flagId) ? flag.answer() : flag;
        return withFlags(flags.stream().map(answer).toList());
    }

    private FollowUp with(List<DayOneCall> calls, List<WoundVisit> wounds, List<DonorSite> donors) {
        return new FollowUp(
                calls, wounds, donors, donorFaces, removals, surveillances, flags, infections, contactAttempts);
    }

    private FollowUp withSurveillances(List<Surveillance> next) {
        return new FollowUp(
                dayOneCalls, woundVisits, donorSites, donorFaces, removals, next, flags, infections, contactAttempts);
    }

    private FollowUp withFlags(List<Flag> next) {
        return new FollowUp(
                dayOneCalls,
                woundVisits,
                donorSites,
                donorFaces,
                removals,
                surveillances,
                next,
                infections,
                contactAttempts);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
