package org.crossface.web.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form to sign in; the security chain answers what it sends. */
@Controller
class SignInPage {

    @GetMapping("/")
    String start() {
        return "redirect:/today";
    }

    @GetMapping("/sign-in")
    String form(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String ended,
            Model model) {
        model.addAttribute("failed", error != null);
        model.addAttribute("ended", ended != null);
        return "sign-in";
    }
}
