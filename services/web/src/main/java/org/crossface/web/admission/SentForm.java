package org.crossface.web.admission;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.crossface.web.documents.Characters;
import org.crossface.web.documents.DocumentLimits;
import org.crossface.web.documents.DocumentRefused;
import org.crossface.web.documents.DocumentRefused.Kind;
import org.crossface.web.documents.PlainText;

/** A {@code multipart/form-data} body that has arrived whole: its fields and its files, each at most as large as a bundle. */
final class SentForm {

    private static final int MOST_PARTS = 200;
    private static final int LONGEST_HEADERS = 2_048;
    private static final int LONGEST_FILE_NAME = 255;

    private SentForm() {}

    /**
     * Parses the form.
     *
     * @param type content type of the request, with the boundary
     * @param fields receives the form's fields
     * @throws DocumentRefused if the body is not a valid form
     */
    static List<SentFile> read(byte[] body, String type, Parameters fields) {
        FileUpload upload = new FileUpload();
        upload.setFileSizeMax(DocumentLimits.FHIR.bytes());
        upload.setFileCountMax(MOST_PARTS);
        upload.setPartHeaderSizeMax(LONGEST_HEADERS);
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        List<SentFile> parts = new ArrayList<>();
        try {
            FileItemIterator items = upload.getItemIterator(new Sent(body, type));
            while (items.hasNext()) {
                if (parts.size() == MOST_PARTS) {
                    throw malformed("The form has more than " + MOST_PARTS + " parts");
                }
                SentFile part = part(items.next());
                if (part.fileName() == null) {
                    fields.add(part.name(), Characters.ofUtf8(part.bytes()));
                }
                parts.add(part);
            }
        } catch (IOException | IllegalStateException e) {
            throw malformed(
                    "The body is not a form with files of at most " + DocumentLimits.FHIR.bytes() + " bytes each");
        }
        return parts;
    }

    private static SentFile part(FileItemStream item) throws IOException {
        String name = Objects.requireNonNullElse(item.getFieldName(), "");
        String file = item.getName();
        if (!PlainText.isPlain(name)
                || (file != null && (file.length() > LONGEST_FILE_NAME || !PlainText.isPlain(file)))) {
            throw malformed("The name of a file is malformed");
        }
        try (InputStream in = item.openStream()) {
            return new SentFile(name, file, item.getContentType(), headers(item), in.readAllBytes());
        }
    }

    private static Map<String, String> headers(FileItemStream item) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Iterator<String> names = item.getHeaders().getHeaderNames(); names.hasNext(); ) {
            String name = names.next();
            headers.put(
                    name.toLowerCase(Locale.ROOT),
                    Objects.requireNonNullElse(item.getHeaders().getHeader(name), ""));
        }
        return headers;
    }

    private static DocumentRefused malformed(String reason) {
        return new DocumentRefused(Kind.MALFORMED, "", reason, "Send the files with the form of the page");
    }

    /** The body in the form that the upload library expects. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Sent(byte[] body, String type) implements UploadContext {

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public long contentLength() {
            return body.length;
        }

        @Override
        public String getContentType() {
            return type;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(body);
        }
    }
}
