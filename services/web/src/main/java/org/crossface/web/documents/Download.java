package org.crossface.web.documents;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.crossface.platform.documents.DocumentVault.Document;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The answer with a document that somebody outside sent. A browser saves it and never shows it: it is an attachment, its type is not
 * guessed, and a type that this release does not know is sent as bytes.
 */
public final class Download {

    private static final Map<String, String> ENDINGS = Map.of(
            "application/fhir+json", ".json", "application/pdf", ".pdf", "image/jpeg", ".jpg", "image/png", ".png");

    private Download() {}

    /** The answer with this document. */
    public static ResponseEntity<byte[]> of(Document document) {
        String ending = ENDINGS.get(document.mediaType());
        return ResponseEntity.ok()
                .contentType(
                        ending == null
                                ? MediaType.APPLICATION_OCTET_STREAM
                                : MediaType.parseMediaType(document.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        document.kept().id() + (ending == null ? ".bin" : ending),
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(document.content());
    }
}
