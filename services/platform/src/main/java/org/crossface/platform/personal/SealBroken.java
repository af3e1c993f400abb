package org.crossface.platform.personal;

import org.jspecify.annotations.Nullable;

/** Encrypted bytes were altered, are not in a known format, or were moved away from the place they were encrypted for. */
public final class SealBroken extends RuntimeException {

    public SealBroken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
