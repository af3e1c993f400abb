package org.crossface.identity;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.signin.OpenSessions;
import org.crossface.identity.signin.SessionUpdate;
import org.crossface.identity.signin.SignIn;
import org.crossface.identity.signin.SignInThrottle;
import org.crossface.identity.tokens.ApiTokens;
import org.crossface.identity.users.FirstAdministrator;
import org.crossface.identity.users.UserStart;
import org.crossface.identity.users.Users;
import org.crossface.platform.api.AccessLog;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.schema.ModuleSchema;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

/** The beans of the module, and sessions that every node can read and that outlive a crash. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "identity.spring_session", maxInactiveIntervalInSeconds = 43_200)
public class IdentityConfiguration {

    @Bean
    static ModuleSchema identitySchema() {
        return new ModuleSchema("identity");
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    @Bean
    Users users(JdbcClient jdbc, PasswordEncoder encoder, @Value("${crossface.demo:false}") boolean demo) {
        return new Users(jdbc, encoder, demo);
    }

    @Bean
    UserStart userStart(
            Users users, @Value("${crossface.home}") Path home, @Value("${crossface.demo:false}") boolean demo) {
        return new UserStart(users, new FirstAdministrator(users, home, new SecureRandom(), System.out), demo);
    }

    @Bean
    SignIn signIn(Users users, JdbcClient jdbc, PasswordEncoder encoder) {
        return new SignIn(users, new SignInThrottle(jdbc), encoder);
    }

    @Bean
    ApiTokens apiTokens(JdbcClient jdbc, Users users) {
        return new ApiTokens(jdbc, users, new SecureRandom());
    }

    @Bean
    OpenSessions openSessions(JdbcClient jdbc) {
        return new OpenSessions(jdbc);
    }

    @Bean
    ReadGate readGate(AccessLog accessLog, Clock clock) {
        return new ReadGate(accessLog, clock, () -> MDC.get(Metadata.REQUEST));
    }

    @Bean
    public SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsForPostgres() {
        return repository -> {
            new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(repository);
            repository.setUpdateSessionQuery(SessionUpdate.QUERY);
        };
    }
}
