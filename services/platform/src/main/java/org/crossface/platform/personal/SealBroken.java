package org.crossface.platform.personal;

import org.jspecify.annotations.Nullable;

/** Encrypted bytes were altered, are not in a known format, or were moved from the place for which they were encrypted. */
public final class SealBroken extends RuntimeException {

    public SealBroken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
