package org.crossface.web.pages.calendars;

import org.crossface.web.pages.RailEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The controller of this page and its entry in the rail. */
@Configuration(proxyBeanMethods = false)
@Import(CalendarPage.class)
public class CalendarPages {

    @Bean
    RailEntry calendarEntry() {
        return new RailEntry(96, CalendarPage.PATH, "calendar", "Calendars", true, false, CalendarPage::opens);
    }
}
