package org.crossface.web.security;

import java.util.List;

/** Where the files are that everybody may read without signing in: style sheets, scripts, icons. */
final class PublicFiles {

    static final List<String> PATHS = List.of("/look/", "/webjars/");

    private PublicFiles() {}

    /** The same as patterns of Spring. */
    static String[] patterns() {
        return PATHS.stream().map(path -> path + "**").toArray(String[]::new);
    }
}
