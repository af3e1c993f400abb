package org.crossface.web.pages;

import org.crossface.web.pages.account.AccountPages;
import org.crossface.web.pages.aftercare.AftercarePages;
import org.crossface.web.pages.audit.AuditPages;
import org.crossface.web.pages.billing.BillingPages;
import org.crossface.web.pages.board.BoardPages;
import org.crossface.web.pages.calendars.CalendarPages;
import org.crossface.web.pages.escalation.EscalationPages;
import org.crossface.web.pages.live.LivePages;
import org.crossface.web.pages.patient.PatientPages;
import org.crossface.web.pages.policy.PolicyPages;
import org.crossface.web.pages.today.TodayPages;
import org.crossface.web.pages.worklist.WorklistPages;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All pages; imported by the server when it has the web role. */
@Configuration(proxyBeanMethods = false)
@Import({
    ShellConfiguration.class,
    BoardPages.class,
    TodayPages.class,
    AftercarePages.class,
    LivePages.class,
    PatientPages.class,
    AuditPages.class,
    BillingPages.class,
    PolicyPages.class,
    AccountPages.class,
    EscalationPages.class,
    CalendarPages.class,
    WorklistPages.class
})
public class PagesConfiguration {}
