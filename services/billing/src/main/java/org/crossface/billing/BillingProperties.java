package org.crossface.billing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of billing.
 *
 * @param codes location of the code table
 * @param providers location of the provider numbers
 * @param replicas of the topics that are created: 1 with the embedded broker, 3 in production
 */
@ConfigurationProperties("crossface.billing")
record BillingProperties(
        @DefaultValue("classpath:billing/codes.json") String codes,
        @DefaultValue("classpath:billing/providers.json") String providers,
        @DefaultValue("1") short replicas) {}
