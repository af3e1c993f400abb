package org.crossface.web.security;

import org.crossface.identity.signin.SignIn;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Signs in the sender of the form. */
final class FormSignIn implements AuthenticationProvider {

    private final SignIn signIn;

    FormSignIn(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication sent) {
        if (!(sent.getDetails() instanceof SignInDetails details)) {
            throw new IllegalArgumentException("The form's details are missing");
        }
        return signIn.signIn(sent.getName(), String.valueOf(sent.getCredentials()), details.role(), details.address());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
