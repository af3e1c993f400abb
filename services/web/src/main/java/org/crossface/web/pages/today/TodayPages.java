package org.crossface.web.pages.today;

import org.crossface.identity.gate.ReadGate;
import org.crossface.web.pages.RailEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The controller of these pages and their entry in the rail. */
@Configuration(proxyBeanMethods = false)
@Import(TodayPage.class)
public class TodayPages {

    @Bean
    RailEntry todayEntry() {
        return new RailEntry(
                10,
                "/today",
                "calendar-clock",
                "Today",
                false,
                true,
                role -> ReadGate.opens(role, "clinical/theatre-day"));
    }
}
