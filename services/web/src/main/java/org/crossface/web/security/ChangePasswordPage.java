package org.crossface.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.signin.SignIn;
import org.crossface.identity.signin.TooManyAttempts;
import org.crossface.identity.users.PasswordRefused;
import org.crossface.identity.users.User;
import org.crossface.identity.users.Users;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page for changing one's own password; a change ends all of the user's sessions, including this one. */
@Controller
class ChangePasswordPage {

    private static final String VIEW = "change-password";

    private final SignIn signIn;
    private final Users users;

    ChangePasswordPage(SignIn signIn, Users users) {
        this.signIn = signIn;
        this.users = users;
    }

    @GetMapping("/change-password")
    String form() {
        return VIEW;
    }

    @PostMapping("/change-password")
    String change(
            @AuthenticationPrincipal CurrentActor actor,
            @RequestParam String present,
            @RequestParam String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String fault = fault(actor, present, wanted, request.getRemoteAddr());
        if (fault != null) {
            model.addAttribute("fault", fault);
            return VIEW;
        }
        new SecurityContextLogoutHandler()
                .logout(request, response, SecurityContextHolder.getContext().getAuthentication());
        return "redirect:/sign-in?changed";
    }

    private @Nullable String fault(CurrentActor actor, String present, String wanted, String address) {
        try {
            User user = signIn.prove(actor.userName(), present, address);
            users.changePassword(user, wanted);
            return null;
        } catch (BadCredentialsException e) {
            return "The present password is wrong.";
        } catch (TooManyAttempts e) {
            return "Too many attempts. Try again in "
                    + Math.ceilDiv(e.retryAfter().toSeconds(), 60) + " min.";
        } catch (PasswordRefused e) {
            return e.getMessage() + ".";
        }
    }
}
