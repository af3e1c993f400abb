package org.crossface.messages.automation;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.StreamableMessageSource;
import org.crossface.messages.outbox.NewMessage;
import org.crossface.messages.outbox.Outbox;
import org.crossface.messages.subscriptions.StaffDirectory;
import org.crossface.messages.subscriptions.StaffDirectory.Recipient;
import org.crossface.messages.subscriptions.Subscriptions;
import org.crossface.messages.templates.Templates;
import org.crossface.pathway.correspondence.MessageRequested;
import org.crossface.pathway.intake.Intake;
import org.crossface.pathway.oversight.TaskEscalated;
import org.crossface.pathway.patient.ContactCorrected;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Threshold;
import org.crossface.platform.api.Role;
import org.crossface.platform.processing.ProcessorDefaults;
import org.jspecify.annotations.Nullable;

/**
 * Writes the messages that events ask for into the outbox, in the transaction of the processor's token. The identifier of a message is that of
 * the fact that asked for it, so that an event that is handled again writes nothing; it never acts during a replay, and a rebuild of the views does
 * not pass it.
 */
@ProcessingGroup(WhenRequestedWriteMessage.GROUP)
@DisallowReplay
public final class WhenRequestedWriteMessage {

    /** Name of the event processor. */
    public static final String GROUP = "messages";

    private static final int BATCH = 50;

    private final Outbox outbox;
    private final Letters letters;
    private final Resending resending;
    private final Subscriptions subscriptions;
    private final StaffDirectory staff;
    private final Policies policies;
    private final Clock clock;

    /** @param clock domain time */
    public WhenRequestedWriteMessage(
            Outbox outbox,
            Letters letters,
            Resending resending,
            Subscriptions subscriptions,
            StaffDirectory staff,
            Policies policies,
            Clock clock) {
        this.outbox = outbox;
        this.letters = letters;
        this.resending = resending;
        this.subscriptions = subscriptions;
        this.staff = staff;
        this.policies = policies;
        this.clock = clock;
    }

    /** Starts at the first event, as what was asked for before any node had the role {@code automation} is sent too while it is of use. */
    public static ConfigurerModule processing() {
        return configurer -> configurer
                .eventProcessing()
                .registerTrackingEventProcessorConfiguration(
                        GROUP,
                        configuration -> ProcessorDefaults.inBatchesOf(BATCH)
                                .andInitialTrackingToken(StreamableMessageSource::createTailToken));
    }

    @EventHandler
    void on(MessageRequested asked) {
        Intake intake = resending.intake(asked.pathwayId());
        String kind = Templates.nameOf(asked.message());
        Instant at = asked.occurredAt().toInstant();
        Instant until = asked.until().toInstant();
        Role role = asked.role();
        if (role != null) {
            toStaff(intake, asked.factId(), kind, asked.timer(), asked.since(), role, at, until);
            return;
        }
        NewMessage message = message(intake, asked.factId(), null, kind, asked.timer(), at, until);
        Letters.Found found = letters.toPatient(kind, message.patientId(), intake);
        if (found.letter() != null) {
            outbox.add(message, found.letter());
        } else {
            outbox.addUnsendable(message, found.state());
        }
    }

    /** To everybody who subscribed to the role of this step; the medical director is a surgeon, and no user is known as one. */
    @EventHandler
    void on(TaskEscalated escalated) {
        Instant at = escalated.occurredAt().toInstant();
        Instant until = at.plus(policies.inForceAt(at).durationOf(Threshold.MESSAGE_VALID_HOURS));
        if (until.isAfter(clock.instant())) {
            toStaff(
                    resending.intake(escalated.pathwayId()),
                    escalated.factId(),
                    Templates.ESCALATION,
                    escalated.timer(),
                    escalated.since(),
                    escalated.role(),
                    at,
                    until);
        }
    }

    /** What came back is sent again to the address that is right now. */
    @EventHandler
    void on(ContactCorrected corrected) {
        outbox.cameBack(List.of(corrected.patientId())).forEach(resending::again);
    }

    private void toStaff(
            Intake intake,
            String factId,
            String kind,
            String timer,
            OffsetDateTime since,
            Role role,
            Instant at,
            Instant until) {
        List<String> subscribers = subscriptions.subscribers(role);
        if (subscribers.isEmpty()) {
            return;
        }
        for (Recipient recipient : staff.reachable(subscribers, role, intake.siteId())) {
            outbox.add(
                    message(intake, factId, recipient.userId(), kind, timer, at, until),
                    letters.toStaff(kind, recipient.address(), timer, since, intake));
        }
    }

    private static NewMessage message(
            Intake intake,
            String factId,
            @Nullable String userId,
            String kind,
            String timer,
            Instant at,
            Instant until) {
        return new NewMessage(
                userId == null ? factId : factId + '.' + userId,
                factId,
                intake.pathwayId(),
                intake.personId(),
                intake.siteId(),
                kind,
                timer,
                userId,
                at,
                until);
    }
}
