package org.crossface.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.crossface.identity.CurrentActor;
import org.crossface.web.command.CommandRequest;
import org.crossface.web.policy.PolicyReach;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells, before a second person approves a version of the policy, on which live pathways it will act. */
@RestController
class PolicyController {

    private final PolicyReach reach;

    PolicyController(PolicyReach reach) {
        this.reach = reach;
    }

    /**
     * A pathway on which the version would act.
     *
     * @param changes in words, such as {@code Complete pathway: refused, so far possible}
     */
    record Impact(String pathwayId, String number, List<String> changes) {}

    /**
     * Lists the live pathways of the reader's sites on which a proposed version would act, and how.
     *
     * @param version that is proposed, approved or not; the one in force acts on nothing anew
     */
    @GetMapping("/api/policies/{version}/impact")
    List<Impact> impact(
            @AuthenticationPrincipal CurrentActor actor, @PathVariable String version, HttpServletRequest request) {
        return reach.of(actor, version, CommandRequest.purpose(request, actor)).stream()
                .map(each -> new Impact(each.pathwayId(), each.number(), each.changes()))
                .toList();
    }
}
