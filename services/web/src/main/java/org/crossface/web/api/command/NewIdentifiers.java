package org.crossface.web.api.command;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossface.coordination.record.PathwayRecords;
import org.crossface.coordination.record.RecordedFact;
import org.crossface.platform.dispatch.Receipt;
import org.jspecify.annotations.Nullable;

/** The identifiers in the facts that a command recorded: fact identifiers and others such as {@code caseId}. */
final class NewIdentifiers {

    /** The most facts that one command records. */
    private static final int MOST_FACTS = 20;

    private final PathwayRecords records;

    NewIdentifiers(PathwayRecords records) {
        this.records = records;
    }

    /** Reads the recorded facts instead of the request, so that the answer to a repetition is correct too. */
    Map<String, Object> of(Receipt receipt) {
        Map<String, Object> ids = new LinkedHashMap<>();
        List<String> factIds = new ArrayList<>();
        for (RecordedFact fact : ofOneRequest(receipt)) {
            factIds.add(fact.fact().factId());
            for (RecordComponent component : fact.fact().getClass().getRecordComponents()) {
                if (names(component) && valueOf(component, fact.fact()) instanceof String id) {
                    ids.put(component.getName(), id);
                }
            }
        }
        ids.put("factIds", factIds);
        return ids;
    }

    private List<RecordedFact> ofOneRequest(Receipt receipt) {
        List<RecordedFact> recent =
                records.factsFrom(receipt.streamId(), receipt.sequenceNumber() - MOST_FACTS).stream()
                        .filter(fact -> fact.sequence() <= receipt.sequenceNumber())
                        .toList();
        if (recent.isEmpty()) {
            return recent;
        }
        List<RecordedFact> own = new ArrayList<>();
        String request = recent.getLast().request();
        for (RecordedFact fact : recent.reversed()) {
            if (!fact.request().equals(request)) {
                break;
            }
            own.add(fact);
        }
        Collections.reverse(own);
        return own;
    }

    private static boolean names(RecordComponent component) {
        String name = component.getName();
        return name.equals("number") || (name.endsWith("Id") && !name.equals("factId"));
    }

    private static @Nullable Object valueOf(RecordComponent component, Object owner) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }
}
