package org.crossface.identity.gate;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.crossface.identity.CurrentActor;
import org.crossface.platform.api.AccessLog;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * The one gate through which patient data is read. It checks whether the role may read this class of data for this purpose, limits the
 * answer to the sites of the reader's scope, and writes the access row before the answer leaves: a read that cannot be recorded fails.
 */
public final class ReadGate {

    private final AccessLog log;
    private final Clock clock;
    private final Supplier<@Nullable String> request;

    /**
     * @param clock domain time
     * @param request identifier of the current request; gives {@code null} outside a request
     */
    public ReadGate(AccessLog log, Clock clock, Supplier<@Nullable String> request) {
        this.log = log;
        this.clock = clock;
        this.request = request;
    }

    /**
     * Shows one answer that names no patient beforehand.
     *
     * @see #show(CurrentActor, String, String, Supplier, Supplier)
     */
    public <T> T show(CurrentActor actor, String resource, String purpose, Supplier<Shown<T>> read) {
        return show(actor, resource, purpose, () -> Asked.NOBODY, read);
    }

    /**
     * Shows one answer, or nothing of it.
     *
     * @param resource what is read, beginning with its class, such as {@code clinical/pathway}; see {@link ResourceClass}
     * @param purpose one of {@link PurposeOfUse#CODES}
     * @param asked tells whose data it is, for the access row of a denied read; not called when the role may read it
     * @param read fetches the answer; not called when the role may not read it
     * @throws ReadDenied if the role may not read this class of data for this purpose
     * @throws NotVisible if the answer shows a site outside the reader's scope
     */
    public <T> T show(
            CurrentActor actor, String resource, String purpose, Supplier<Asked> asked, Supplier<Shown<T>> read) {
        admit(actor, resource, purpose, asked);
        Shown<T> shown = read.get();
        if (!isVisible(actor, shown)) {
            record(actor, resource, purpose, AccessLog.DENIED, shown.patientIds(), shown.siteIds());
            throw new NotVisible(resource);
        }
        record(actor, resource, purpose, AccessLog.SHOWN, shown.patientIds(), shown.siteIds());
        return shown.value();
    }

    /**
     * Shows those of several answers that lie within the reader's sites, in their order, with one access row for all of them.
     *
     * @throws ReadDenied if the role may not read this class of data for this purpose
     */
    public <T> List<T> showVisible(
            CurrentActor actor, String resource, String purpose, Supplier<? extends List<Shown<T>>> read) {
        admit(actor, resource, purpose, () -> Asked.NOBODY);
        List<Shown<T>> visible =
                read.get().stream().filter(each -> isVisible(actor, each)).toList();
        record(
                actor,
                resource,
                purpose,
                AccessLog.SHOWN,
                visible.stream().flatMap(each -> each.patientIds().stream()).collect(Collectors.toSet()),
                visible.stream().flatMap(each -> each.siteIds().stream()).collect(Collectors.toSet()));
        return visible.stream().map(Shown::value).toList();
    }

    /**
     * Records that something outside the actor's sites was asked for, where that is known before any read or command.
     *
     * @return to be thrown; the answer does not tell whether it exists
     */
    public NotVisible hidden(CurrentActor actor, String resource, String purpose, Asked asked) {
        deny(actor, resource, purpose, asked);
        return new NotVisible(resource);
    }

    /** Whether this role may read this resource at all, for some purpose; this check is not recorded. */
    public static boolean opens(Role role, String resource) {
        return ResourceClass.of(resource).isReadBy(role);
    }

    /** An answer about a patient that names no site is visible only with the scope of every site. */
    private static boolean isVisible(CurrentActor actor, Shown<?> shown) {
        return shown.siteIds().isEmpty()
                ? shown.patientIds().isEmpty() || actor.seesEverySite()
                : shown.siteIds().stream().allMatch(actor::seesSite);
    }

    private void admit(CurrentActor actor, String resource, String purpose, Supplier<Asked> asked) {
        ResourceClass wanted = ResourceClass.of(resource);
        if (!wanted.isReadBy(actor.role())) {
            deny(actor, resource, purpose, asked.get());
            throw new ReadDenied(
                    "The role " + actor.role().label() + " may not read this",
                    "Ask a colleague whose role may read it");
        }
        if (wanted != ResourceClass.REFERENCE && !PurposeOfUse.suits(actor.role(), purpose)) {
            deny(actor, resource, purpose, asked.get());
            throw new ReadDenied(
                    "The role " + actor.role().label() + " must name the purpose of each read",
                    "Name a purpose of use, such as " + PurposeOfUse.QUALITY);
        }
    }

    private void deny(CurrentActor actor, String resource, String purpose, Asked asked) {
        record(actor, resource, purpose, AccessLog.DENIED, asked.patientIds(), asked.siteIds());
    }

    private void record(
            CurrentActor actor,
            String resource,
            String purpose,
            String outcome,
            Set<String> patientIds,
            Set<String> siteIds) {
        log.record(new AccessLog.Access(
                clock.instant(),
                actor.id(),
                actor.role().name(),
                siteIds,
                patientIds,
                resource,
                purpose,
                outcome,
                request.get()));
    }
}
