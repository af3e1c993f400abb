package org.crossface.pathway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.crossface.platform.api.Metadata;

/**
 * What all desks of one pathway share: its facts in the order of recording and the state that they fold to. The facts are kept beside the
 * state because a correction refolds them.
 */
public final class PathwayRecord {

    private final List<PathwayEvent> facts = new ArrayList<>();
    private PathwayState state = PathwayState.none();

    /** The state that the effective facts make. */
    public PathwayState state() {
        return state;
    }

    /** Takes in a recorded fact. */
    void evolve(PathwayEvent event) {
        facts.add(event);
        state = state.evolve(event);
    }

    /**
     * Judges a command: first the rules that hold for every command, then these in their order.
     *
     * @throws CommandRefused by the first rule that refuses and is not overridden
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <C extends PathwayCommand> Judged judge(C command, Circumstances given, Rule<? super C>... rules) {
        Judgement.judge(state, command, given, GeneralRules.ALL);
        Judgement.judge(state, command, given, List.of(rules));
        return new Judged(given);
    }

    /** A command that all rules allow. */
    public final class Judged {

        private final Circumstances given;

        private Judged(Circumstances given) {
            this.given = given;
        }

        /** Records a fact; the state has taken it in when this returns. */
        public Judged record(PathwayEvent event) {
            AggregateLifecycle.apply(event, metadataOf(event));
            return this;
        }

        private MetaData metadataOf(PathwayEvent event) {
            Map<String, String> metadata = new HashMap<>();
            metadata.put(Metadata.PATHWAY, event.pathwayId());
            metadata.put(Metadata.POLICY_VERSION, given.policy().version());
            PathwayState after = state.evolve(event);
            metadata.put(Metadata.PATIENT, after.intake().patientId());
            metadata.put(Metadata.SITE, after.intake().siteId());
            metadata.put(Metadata.ZONE, after.intake().zone());
            if (event instanceof ConcernsCase concerns) {
                metadata.put(Metadata.CASE, concerns.caseId());
            }
            return MetaData.from(metadata);
        }
    }
}
