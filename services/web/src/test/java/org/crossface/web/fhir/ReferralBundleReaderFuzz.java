package org.crossface.web.fhir;

import ca.uhn.fhir.context.FhirContext;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.crossface.web.documents.Deadline;
import org.crossface.web.documents.DocumentRefused;
import org.junit.jupiter.api.Tag;

/** Whatever arrives as a bundle is read or refused, and soon. {@link ReferralBundleReaderCorpusTest} repeats the kept inputs in every build. */
@Tag("fuzz")
class ReferralBundleReaderFuzz {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final ReferralBundleReader READER = new ReferralBundleReader(FhirContext.forR4Cached());

    static {
        READER.warmUp();
    }

    @FuzzTest(maxDuration = "3m")
    void aBundleIsReadOrRefused(byte[] bundle) {
        check(bundle);
    }

    /** Late each time counts: once may be the fault of a busy machine. */
    static void check(byte[] bundle) {
        for (int i = 0; i < 3; i++) {
            long began = System.nanoTime();
            read(bundle);
            if (System.nanoTime() - began <= AT_ONCE.toNanos()) {
                return;
            }
        }
        throw new AssertionError("It took longer than " + AT_ONCE);
    }

    private static void read(byte[] bundle) {
        try {
            READER.read(bundle, StandardCharsets.UTF_8, TODAY, ZoneOffset.UTC, Deadline.in(AT_ONCE));
        } catch (BundleRefused | DocumentRefused refused) {
            if (String.valueOf(refused.getMessage()).length() > 400) {
                throw new AssertionError("The reason quotes the document", refused);
            }
        }
    }
}
