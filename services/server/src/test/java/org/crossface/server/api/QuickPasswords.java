package org.crossface.server.api;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Argon2 with the least work. A test signs in many people, and each hash is meant to take long. A start that is no demonstration keeps the
 * product's.
 */
@TestConfiguration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("crossface.demo")
class QuickPasswords {

    @Bean
    @Primary
    PasswordEncoder quickPasswordEncoder() {
        return new Argon2PasswordEncoder(16, 32, 1, 1024, 1);
    }
}
