package org.crossface.web.pages;

import java.util.Arrays;
import java.util.List;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in form; the security filter chain handles its POST. */
@Controller
class SignInPage {

    private final SignedIn signedIn;
    private final Rail rail;

    SignInPage(SignedIn signedIn, Rail rail) {
        this.signedIn = signedIn;
        this.rail = rail;
    }

    /** Redirects to the first page of the user's role. */
    @GetMapping("/")
    String start() {
        return signedIn.actor()
                .map(actor ->
                        rail.start(actor.role()).orElseThrow(() -> new AccessDeniedException("No page for this role")))
                .map(path -> "redirect:" + path)
                .orElse("redirect:/sign-in");
    }

    @GetMapping("/sign-in")
    String form(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String ended,
            @RequestParam(required = false) @Nullable String changed,
            @RequestParam(required = false) @Nullable Long wait,
            @RequestParam(required = false) @Nullable List<String> choose,
            Model model) {
        model.addAttribute("failed", error != null);
        model.addAttribute("ended", ended != null);
        model.addAttribute("changed", changed != null);
        model.addAttribute("waitMinutes", wait == null ? 0 : Math.ceilDiv(wait, 60));
        model.addAttribute("choices", choose == null ? List.of() : roles(choose));
        return "sign-in";
    }

    /** The roles in the query parameter; unknown codes are ignored. */
    private static List<Role> roles(List<String> codes) {
        return Arrays.stream(Role.values())
                .filter(role -> codes.contains(role.code()))
                .toList();
    }
}
