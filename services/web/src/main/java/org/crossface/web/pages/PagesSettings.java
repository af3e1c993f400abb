package org.crossface.web.pages;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The site whose theatres the pages show.
 *
 * @param siteId identifier of the site
 * @param siteName display name of the site
 * @param zone time zone of the site and of all times on the pages
 */
@ConfigurationProperties("crossface.pages")
public record PagesSettings(
        @DefaultValue("site-bayview") String siteId,
        @DefaultValue("Bayview Surgical Center") String siteName,
        @DefaultValue("America/Los_Angeles") ZoneId zone) {}
