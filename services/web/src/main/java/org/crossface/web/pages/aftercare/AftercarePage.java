package org.crossface.web.pages.aftercare;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.crossface.coordination.ViewPositions;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.PurposeOfUse;
import org.crossface.pathway.aftercare.contact.RecordContactAttempt;
import org.crossface.pathway.aftercare.vocabulary.ContactChannel;
import org.crossface.pathway.aftercare.vocabulary.ContactOutcome;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.platform.dispatch.Receipt;
import org.crossface.web.aftercare.AftercareNow;
import org.crossface.web.aftercare.AftercareReads;
import org.crossface.web.command.CommandEntry;
import org.crossface.web.command.CommandEntry.Sent;
import org.crossface.web.command.CommandRequest;
import org.crossface.web.command.StreamIdentifiers;
import org.crossface.web.pages.SiteTimes;
import org.crossface.web.problem.Problem;
import org.crossface.web.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Today's calls, checks and red flags of the patients who have gone home or to a facility. */
@Controller
class AftercarePage {

    static final String PATH = "/aftercare";

    private static final Duration UNTIL_SHOWN = Duration.ofSeconds(3);

    private final AftercareReads reads;
    private final CommandSpec attempt;
    private final CommandEntry entry;
    private final StreamIdentifiers ids;
    private final ViewPositions views;
    private final SiteTimes times;

    AftercarePage(
            AftercareReads reads,
            CommandCatalogue catalogue,
            CommandEntry entry,
            StreamIdentifiers ids,
            ViewPositions views,
            SiteTimes times) {
        this.reads = reads;
        this.attempt = catalogue.find(RecordContactAttempt.class).orElseThrow();
        this.entry = entry;
        this.ids = ids;
        this.views = views;
        this.times = times;
    }

    @GetMapping(PATH)
    ModelAndView page(@AuthenticationPrincipal CurrentActor actor) {
        return page(actor, null);
    }

    /** Records that a call was not answered, now, and comes back to the list. */
    @PostMapping(PATH + "/{pathwayId}/no-answer")
    ModelAndView noAnswer(
            @PathVariable String pathwayId,
            @RequestParam("_key") String key,
            @AuthenticationPrincipal CurrentActor actor,
            HttpServletRequest request) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("channel", ContactChannel.PHONE.name())
                .put("outcome", ContactOutcome.NO_ANSWER.name());
        // The time is no part of what the key stands for: the same click sent again is the same attempt.
        String said = body.toString();
        body.put(
                "occurredAt",
                OffsetDateTime.ofInstant(times.now(), times.zone()).toString());
        try {
            Receipt receipt = entry.give(
                    Sent.to(pathwayId, attempt, body, times.zone()),
                    CommandRequest.ofForm(request, actor, key, "POST " + request.getRequestURI(), said));
            views.awaitPosition(receipt.position(), UNTIL_SHOWN);
        } catch (RuntimeException e) {
            Problem problem = Problems.of(e);
            ModelAndView page = page(actor, problem);
            page.setStatus(HttpStatus.valueOf(problem.status()));
            return page;
        }
        return new ModelAndView("redirect:" + PATH);
    }

    private ModelAndView page(CurrentActor actor, @Nullable Problem problem) {
        AftercareNow now = reads.now(actor, PurposeOfUse.usualOrReview(actor.role()));
        ModelAndView page = new ModelAndView("aftercare");
        page.addObject("care", new CareView(now, times, attempt.allows(actor.role()), ids));
        page.addObject("problem", problem);
        return page;
    }
}
