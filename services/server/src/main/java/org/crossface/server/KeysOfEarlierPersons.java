package org.crossface.server;

import java.util.List;
import java.util.Set;
import org.crossface.pathway.patient.PatientSites;
import org.crossface.pathway.patient.identity.KnownPersons;
import org.crossface.pathway.patient.identity.PersonIndex;
import org.crossface.pathway.patient.identity.PersonKeys;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.platform.api.Reservations;
import org.crossface.platform.api.decision.CommandRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reserves, at the start of a node and before it takes commands, the keys of persons whom a release before registered without them, so that
 * a centre finds these persons again (ADR 39). A second start, or another node, finds nothing left to do. Each person is a transaction of
 * its own, so that a start that is killed goes on at the next one.
 */
final class KeysOfEarlierPersons implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(KeysOfEarlierPersons.class);

    /**
     * Persons whom more centres have come to know than hold their keys. Of a person whose sharing was ended or who was erased this is so for ever,
     * and nothing is done.
     */
    private static final String CANDIDATES = """
            SELECT e.aggregate_id
              FROM eventstore.event e
             WHERE e.aggregate_type = 'Patient'
               AND e.payload_type IN ('patient.patient-taken-on', 'patient.patient-shared')
             GROUP BY e.aggregate_id
            HAVING count(*) > (SELECT count(DISTINCT h.set_name)
                                 FROM reservations.holding h
                                WHERE h.holder = e.aggregate_id AND starts_with(h.set_name, ?))
             ORDER BY min(e.position)""";

    private final JdbcClient jdbc;
    private final KnownPersons persons;
    private final ReferenceData reference;
    private final Reservations reservations;
    private final TransactionTemplate transactions;

    KeysOfEarlierPersons(
            JdbcClient jdbc,
            KnownPersons persons,
            ReferenceData reference,
            Reservations reservations,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.reference = reference;
        this.reservations = reservations;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        int reserved = reserve();
        if (reserved > 0) {
            LOG.info("Reserved the keys of {} persons whom an earlier release registered", reserved);
        }
    }

    /** The number of persons whose keys were reserved. */
    int reserve() {
        List<String> candidates = jdbc.sql(CANDIDATES)
                .param(PersonIndex.NAMES)
                .query(String.class)
                .list();
        return (int) candidates.stream().filter(this::reserve).count();
    }

    private boolean reserve(String patientId) {
        return persons.details(patientId)
                .map(known -> reserve(patientId, known.traits().keys()))
                .orElse(false);
    }

    private boolean reserve(String patientId, PersonKeys keys) {
        Set<String> sites =
                reference.sitesOfPatient(patientId).map(PatientSites::all).orElse(Set.of());
        boolean any = false;
        for (String site : sites) {
            if (!PersonIndex.alike(keys, site, reservations).contains(patientId)) {
                any |= reserve(patientId, keys, site);
            }
        }
        return any;
    }

    private boolean reserve(String patientId, PersonKeys keys, String site) {
        try {
            transactions.executeWithoutResult(transaction -> PersonIndex.reserve(keys, site, patientId, reservations));
            return true;
        } catch (CommandRefused tooMany) {
            LOG.warn("The keys of person {} could not be reserved at {}: {}", patientId, site, tooMany.getMessage());
            return false;
        }
    }
}
