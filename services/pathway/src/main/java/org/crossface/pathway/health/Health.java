package org.crossface.pathway.health;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What is true of the patient beside the paralysis.
 *
 * @param allergies the newest list; {@code null} while nobody asked
 * @param allergiesAt when that list was made; {@code null} while nobody asked
 * @param medicines the newest list; {@code null} while nobody asked
 * @param medicinesAt when that list was made; {@code null} while nobody asked
 * @param screens questionnaires about mood, in the order of recording
 * @param risks by the stage of the operation
 * @param reconciled the drugs about which it was decided at the discharge, by case
 * @param operations for something else, in the order in which the centre learned of them
 */
public record Health(
        @Nullable List<Allergy> allergies,
        @Nullable OffsetDateTime allergiesAt,
        @Nullable List<Medicine> medicines,
        @Nullable OffsetDateTime medicinesAt,
        List<MoodScreen> screens,
        Map<Stage, StageRisks> risks,
        Map<String, List<ReconciledMedicine>> reconciled,
        List<UnrelatedOperation> operations) {

    /** Before anybody asked. */
    public static Health unknown() {
        return new Health(null, null, null, null, List.of(), Map.of(), Map.of(), List.of());
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Health evolve(PathwayEvent event) {
        if (!(event instanceof HealthFact fact)) {
            return this;
        }
        return switch (fact) {
            case AllergiesListed listed ->
                new Health(
                        listed.allergies(),
                        listed.occurredAt(),
                        medicines,
                        medicinesAt,
                        screens,
                        risks,
                        reconciled,
                        operations);
            case MedicationListed listed ->
                new Health(
                        allergies,
                        allergiesAt,
                        listed.medicines(),
                        listed.occurredAt(),
                        screens,
                        risks,
                        reconciled,
                        operations);
            case MedicationReconciled decided -> with(decided);
            case MoodScreened screened ->
                with(Stream.concat(screens.stream(), Stream.of(new MoodScreen(screened, null)))
                        .toList());
            case MoodFollowedUp taken ->
                with(screens.stream()
                        .map(each -> each.followedUp(taken.occurredAt()))
                        .toList());
            case Glp1UseRecorded recorded ->
                with(recorded.stage(), risksOf(recorded.stage()).with(recorded));
            case Glp1RiskDecided decided ->
                with(decided.stage(), risksOf(decided.stage()).with(decided));
            case ThrombosisRiskAssessed assessed ->
                with(assessed.stage(), risksOf(assessed.stage()).with(assessed));
            case NauseaRiskAssessed assessed ->
                with(assessed.stage(), risksOf(assessed.stage()).with(assessed));
            case UnrelatedOperationRecorded told -> with(told);
        };
    }

    /** The risks of the operation of this stage. */
    public StageRisks risksOf(Stage stage) {
        return risks.getOrDefault(stage, StageRisks.none());
    }

    /** Positive screenings that nobody has taken up, the oldest first. */
    public List<MoodScreen> openScreens(Policy policy) {
        return screens.stream()
                .filter(each -> each.followedUpAt() == null && each.isPositive(policy))
                .toList();
    }

    /** Whether the patient was screened on this occasion. */
    public boolean wasScreened(ScreeningOccasion occasion) {
        return screens.stream().anyMatch(each -> each.answers().occasion() == occasion);
    }

    /** The drugs on the list about which nothing was decided at the discharge from this case; none while there is no list. */
    public List<Medicine> undecided(String caseId) {
        Set<String> decided = reconciled.getOrDefault(caseId, List.of()).stream()
                .map(each -> comparable(each.drug()))
                .collect(Collectors.toSet());
        return Objects.requireNonNullElse(medicines, List.<Medicine>of()).stream()
                .filter(each -> !decided.contains(comparable(each.drug())))
                .toList();
    }

    /** The allergy to this substance, or to one that its name contains; empty when none is known. */
    public Optional<Allergy> allergyTo(String substance) {
        String given = comparable(substance);
        return Objects.requireNonNullElse(allergies, List.<Allergy>of()).stream()
                .filter(each -> {
                    String known = comparable(each.substance());
                    return given.contains(known) || known.contains(given);
                })
                .findFirst();
    }

    /** One drug under two spellings of its capitals is one drug. */
    private static String comparable(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private Health with(UnrelatedOperationRecorded told) {
        UnrelatedOperation more = new UnrelatedOperation(
                told.operation(), told.bodySite(), told.operatedOn(), told.generalAnesthesia(), told.occurredAt());
        return new Health(
                allergies,
                allergiesAt,
                medicines,
                medicinesAt,
                screens,
                risks,
                reconciled,
                Stream.concat(operations.stream(), Stream.of(more)).toList());
    }

    private Health with(List<MoodScreen> changed) {
        return new Health(allergies, allergiesAt, medicines, medicinesAt, changed, risks, reconciled, operations);
    }

    private Health with(Stage stage, StageRisks changed) {
        Map<Stage, StageRisks> all = new EnumMap<>(Stage.class);
        all.putAll(risks);
        all.put(stage, changed);
        return new Health(
                allergies,
                allergiesAt,
                medicines,
                medicinesAt,
                screens,
                Collections.unmodifiableMap(all),
                reconciled,
                operations);
    }

    private Health with(MedicationReconciled decided) {
        Map<String, List<ReconciledMedicine>> all = new HashMap<>(reconciled);
        all.merge(
                decided.caseId(),
                decided.medicines(),
                (earlier, later) ->
                        Stream.concat(earlier.stream(), later.stream()).toList());
        return new Health(allergies, allergiesAt, medicines, medicinesAt, screens, risks, Map.copyOf(all), operations);
    }
}
