package org.crossface.pathway.scheduling.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApprovalWithSiteTest {

    @Test
    void anEarlierApprovalNamesNoSurgeryCentre() {
        Map<String, @Nullable Object> content = new HashMap<>(Map.of("payerId", "payer-7"));
        new ApprovalWithSite().upcast(content);
        assertThat(content)
                .containsEntry("coveredSiteId", null)
                .containsEntry("payerId", "payer-7")
                .hasSize(2);
    }
}
