package org.crossface.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.IdentifierFactory;
import org.crossface.platform.documents.DocumentVault;
import org.crossface.platform.documents.PostgresDocumentVault;
import org.crossface.platform.eventstore.WriterSessions;
import org.crossface.platform.numbers.RunningNumbers;
import org.crossface.platform.personal.KeyEncryptionKey;
import org.crossface.platform.personal.PersonalFields;
import org.crossface.platform.personal.SubjectKeys;
import org.crossface.platform.reservations.PostgresReservations;
import org.crossface.platform.schema.GuardedSession;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.schema.PostgresProperties;
import org.crossface.platform.schema.SchemaMigrator;
import org.crossface.platform.time.DomainClock;
import org.crossface.platform.transactions.TransactionOnDemand;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.PropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The beans of the platform: the database and the stores in it. Axon's beans are in {@link MessagingConfiguration}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PostgresProperties.class)
@PropertySource("classpath:org-crossface-platform.properties")
@Import({MessagingConfiguration.class, NodeConfiguration.class})
public class PlatformConfiguration {

    /** Qualifies the connections for statements that must not take part in the caller's transaction. */
    public static final String INDEPENDENT = "independent";

    /** Qualifies the connections of the writers that append events for many units of work. */
    static final String APPENDING = "appending";

    private static final int DEMO_MONTHS = 40;

    /** Migrates before anything else can get a connection. */
    @Bean
    SchemaMigrator schemaMigrator(PostgresProperties properties, List<ModuleSchema> schemas) {
        SchemaMigrator migrator = new SchemaMigrator(properties.endpoint(), schemas);
        migrator.migrate();
        return migrator;
    }

    /** Connections in the server's role. */
    @Bean
    @Primary
    HikariDataSource dataSource(PostgresProperties properties, SchemaMigrator migrated) {
        return new HikariDataSource(GuardedSession.pool(properties.endpoint(), "crossface", properties.poolSize()));
    }

    /**
     * A small pool of its own. If these connections came from the large pool, threads that each hold one of its connections and wait for a
     * second could block each other.
     */
    @Bean(defaultCandidate = false)
    @Qualifier(INDEPENDENT)
    HikariDataSource independentDataSource(PostgresProperties properties, SchemaMigrator migrated) {
        return new HikariDataSource(
                GuardedSession.pool(properties.endpoint(), "crossface-independent", properties.independentPoolSize()));
    }

    /**
     * The connections of the group append's writers. If they came from the large pool, its threads could wait for an append while the
     * append waits for one of their connections.
     */
    @Bean(defaultCandidate = false)
    @Qualifier(APPENDING)
    HikariDataSource appendingDataSource(PostgresProperties properties, SchemaMigrator migrated) {
        HikariConfig config =
                GuardedSession.pool(properties.endpoint(), "crossface-append", properties.appendWriters());
        WriterSessions.bound(config, GuardedSession.OPTIONS);
        return new HikariDataSource(config);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    @Primary
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean(defaultCandidate = false)
    @Qualifier(INDEPENDENT)
    JdbcClient independentJdbcClient(@Qualifier(INDEPENDENT) DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    DomainClock domainClock(@Qualifier(INDEPENDENT) JdbcClient jdbc, @Value("${crossface.demo:false}") boolean demo) {
        Clock system = Clock.systemUTC();
        return demo ? DomainClock.demo(system, jdbc, monthsBefore(system.instant())) : DomainClock.real(system);
    }

    private static Duration monthsBefore(Instant now) {
        return Duration.between(now.atZone(ZoneOffset.UTC).minusMonths(DEMO_MONTHS), now.atZone(ZoneOffset.UTC));
    }

    @Bean
    KeyEncryptionKey keyEncryptionKey(
            @Value("${crossface.keys.kek:#{null}}") @Nullable String keyset,
            @Value("${crossface.keys.file:#{null}}") @Nullable Path file,
            @Value("${crossface.home:${user.home}/.crossface}") Path home) {
        if (keyset != null) {
            return KeyEncryptionKey.of(keyset);
        }
        return KeyEncryptionKey.in(file == null ? home.resolve("keys").resolve("kek.json") : file);
    }

    @Bean
    SubjectKeys subjectKeys(@Qualifier(INDEPENDENT) JdbcClient jdbc, KeyEncryptionKey key) {
        return new SubjectKeys(jdbc, key);
    }

    @Bean
    PersonalFields personalFields(SubjectKeys keys) {
        return new PersonalFields(keys);
    }

    @Bean
    DocumentVault documentVault(JdbcClient jdbc, SubjectKeys keys, DomainClock clock) {
        return new PostgresDocumentVault(
                jdbc, keys, () -> IdentifierFactory.getInstance().generateIdentifier(), clock);
    }

    @Bean
    RunningNumbers runningNumbers(@Qualifier(INDEPENDENT) JdbcClient jdbc) {
        return new RunningNumbers(jdbc);
    }

    @Bean
    PostgresReservations reservations(JdbcClient jdbc, TransactionOnDemand transactions) {
        return new PostgresReservations(jdbc, transactions);
    }
}
