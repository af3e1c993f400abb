package org.crossface.web.pages.account;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.users.MailAddressRefused;
import org.crossface.identity.users.User;
import org.crossface.identity.users.Users;
import org.crossface.messages.delivery.MailSettings;
import org.crossface.messages.subscriptions.Subscriptions;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a user is written to, and of which roles' escalations; only the user sets it. */
@Controller
class AccountPage {

    private final Users users;
    private final Subscriptions subscriptions;
    private final MailSettings settings;

    AccountPage(Users users, Subscriptions subscriptions, MailSettings settings) {
        this.users = users;
        this.subscriptions = subscriptions;
        this.settings = settings;
    }

    /** View model of a role of the user. */
    record Choice(String code, String label, boolean chosen) {}

    @GetMapping("/account")
    String page(@AuthenticationPrincipal CurrentActor actor, Model model) {
        Set<Role> chosen = subscriptions.of(actor.id());
        model.addAttribute("address", users.mailAddress(actor.id()).orElse(""));
        model.addAttribute(
                "choices",
                roles(actor).stream()
                        .map(role -> new Choice(role.code(), role.label(), chosen.contains(role)))
                        .toList());
        model.addAttribute("sends", settings.isConfigured());
        return "account";
    }

    private List<Role> roles(CurrentActor actor) {
        return users.withId(actor.id()).map(User::roles).orElse(Set.of(actor.role())).stream()
                .sorted(Comparator.comparing(Role::label))
                .toList();
    }

    @PostMapping("/account")
    String change(
            @AuthenticationPrincipal CurrentActor actor,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(required = false) String @Nullable [] role,
            RedirectAttributes after) {
        try {
            users.changeMailAddress(actor.id(), address);
            List<String> codes = role == null ? List.of() : Arrays.asList(role);
            subscriptions.set(
                    actor.id(),
                    roles(actor).stream()
                            .filter(each -> codes.contains(each.code()))
                            .toList());
            after.addFlashAttribute("said", "Saved");
        } catch (MailAddressRefused refused) {
            after.addFlashAttribute("fault", refused.getMessage() + ".");
        }
        return "redirect:/account";
    }
}
