package org.crossface.web.api;

import jakarta.servlet.http.HttpServletRequest;
import org.crossface.identity.CurrentActor;
import org.crossface.web.aftercare.AftercareNow;
import org.crossface.web.aftercare.AftercareReads;
import org.crossface.web.command.CommandRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What after-care has to do now. */
@RestController
class AftercareController {

    private final AftercareReads reads;

    AftercareController(AftercareReads reads) {
        this.reads = reads;
    }

    /** Tells the red flags, calls, checks and surveillances that wait at the reader's surgery centres, with phone numbers; the read is recorded. */
    @GetMapping("/api/aftercare")
    AftercareNow now(@AuthenticationPrincipal CurrentActor actor, HttpServletRequest request) {
        return reads.now(actor, CommandRequest.purpose(request, actor));
    }
}
