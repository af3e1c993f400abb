package org.crossface.identity.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.CommandReach.Reached;
import org.crossface.platform.api.AccessLog;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.api.Role;
import org.crossface.platform.dispatch.Envelope;
import org.junit.jupiter.api.Test;

class WriteGateTest {

    private static final Instant NOW = Instant.parse("2025-10-07T17:42:00Z");

    private final List<AccessLog.Access> rows = new ArrayList<>();

    @Test
    void aCommandWithinTheActorsSitesReachesItsHandler() throws Exception {
        assertThat(send(Set.of("site-bayview"), Set.of("site-bayview"))).isEqualTo("handled");
        assertThat(rows).isEmpty();
    }

    @Test
    void oneOfSeveralSitesThatKnowThePatientSuffices() throws Exception {
        assertThat(send(Set.of("site-lakeside"), Set.of("site-bayview", "site-lakeside")))
                .isEqualTo("handled");
    }

    @Test
    void anotherSitesPatientIsNotThereAndTheAttemptIsOnRecord() {
        assertThatThrownBy(() -> send(Set.of("site-lakeside"), Set.of("site-bayview")))
                .isInstanceOf(NotVisible.class);
        assertThat(rows)
                .containsExactly(new AccessLog.Access(
                        NOW,
                        "user-1",
                        "SURGICAL_COORDINATOR",
                        Set.of("site-bayview"),
                        Set.of("patient-1"),
                        "clinical/patient/String",
                        "TREAT",
                        AccessLog.DENIED,
                        "request-1"));
    }

    @Test
    void whatDoesNotExistIsNotThereEvenForWhoSeesEverySite() {
        assertThatThrownBy(() -> send(Set.of(CurrentActor.EVERY_SITE), Set.of()))
                .isInstanceOf(NotVisible.class);
        assertThat(rows).singleElement().extracting(AccessLog.Access::outcome).isEqualTo(AccessLog.DENIED);
    }

    @Test
    void allThatIsReachedHasToLieWithinTheScope() throws Exception {
        assertThatThrownBy(
                        () -> send(Set.of("site-lakeside"), List.of(Set.of("site-lakeside"), Set.of("site-bayview"))))
                .isInstanceOf(NotVisible.class);
        assertThat(send(Set.of(CurrentActor.EVERY_SITE), List.of(Set.of("site-lakeside"), Set.of("site-bayview"))))
                .isEqualTo("handled");
    }

    @Test
    void whoHasNoSiteReachesNobody() {
        assertThatThrownBy(() -> send(Set.of(), Set.of("site-bayview"))).isInstanceOf(NotVisible.class);
    }

    @Test
    void aCommandWithoutAnEnvelopeComesFromNobodysScope() {
        CommandMessage<?> bare = new GenericCommandMessage<>("command", Map.of(Metadata.ROLE, Role.SURGEON.name()));
        assertThatThrownBy(() -> handle(bare, List.of(Set.of("site-bayview")))).isInstanceOf(NotVisible.class);
    }

    @Test
    void theServiceItselfActsAtEverySite() throws Exception {
        CommandMessage<?> automatic = new GenericCommandMessage<>("command", Map.of(Metadata.ROLE, Role.SYSTEM.name()));
        assertThat(handle(automatic, List.of(Set.of("site-bayview")))).isEqualTo("handled");
    }

    @Test
    void aCommandAboutNoPatientPasses() throws Exception {
        WriteGate gate = new WriteGate(command -> Optional.empty(), rows::add, Clock.systemUTC());
        assertThat(gate.handle(DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("command")), () -> "handled"))
                .isEqualTo("handled");
    }

    private Object send(Set<String> scope, Set<String> oneOf) throws Exception {
        return send(scope, List.of(oneOf));
    }

    private Object send(Set<String> scope, List<Set<String>> reached) throws Exception {
        Envelope envelope = Envelope.of("user-1", Role.SURGICAL_COORDINATOR, "org-practice", "UI", "TREAT", "request-1")
                .within(scope);
        return handle(
                new GenericCommandMessage<>(
                        "command",
                        Map.of(
                                "crossface.envelope",
                                envelope,
                                Metadata.ACTOR,
                                envelope.actor(),
                                Metadata.ROLE,
                                envelope.role().name(),
                                Metadata.PURPOSE,
                                envelope.purpose(),
                                Metadata.REQUEST,
                                envelope.request())),
                reached);
    }

    private Object handle(CommandMessage<?> message, List<Set<String>> reached) throws Exception {
        WriteGate gate = new WriteGate(
                command -> Optional.of(new Reached("clinical/patient", Set.of("patient-1"), reached)),
                rows::add,
                Clock.fixed(NOW, ZoneOffset.UTC));
        DefaultUnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(message);
        try {
            return String.valueOf(gate.handle(castMessage(unitOfWork), () -> "handled"));
        } finally {
            unitOfWork.rollback();
        }
    }

    @SuppressWarnings("unchecked")
    private static DefaultUnitOfWork<CommandMessage<?>> castMessage(DefaultUnitOfWork<?> unitOfWork) {
        return (DefaultUnitOfWork<CommandMessage<?>>) unitOfWork;
    }
}
