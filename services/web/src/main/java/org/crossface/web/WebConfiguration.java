package org.crossface.web;

import org.crossface.web.admission.AdmissionConfiguration;
import org.crossface.web.api.ApiConfiguration;
import org.crossface.web.command.CommandConfiguration;
import org.crossface.web.fhir.FhirConfiguration;
import org.crossface.web.operations.OperationsConfiguration;
import org.crossface.web.pages.PagesConfiguration;
import org.crossface.web.problem.ProblemConfiguration;
import org.crossface.web.security.SecurityConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole web module; imported by the server when it has the web role. */
@Configuration(proxyBeanMethods = false)
@Import({
    AdmissionConfiguration.class,
    SecurityConfiguration.class,
    ProblemConfiguration.class,
    CommandConfiguration.class,
    ApiConfiguration.class,
    FhirConfiguration.class,
    PagesConfiguration.class,
    OperationsConfiguration.class
})
public class WebConfiguration {}
