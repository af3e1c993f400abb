package org.crossface.web.admission;

import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a form with files, held in memory.
 *
 * @param fileName as the sender named it; {@code null} for a field
 * @param headers by lower-case name
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record SentFile(
        String name, @Nullable String fileName, @Nullable String type, Map<String, String> headers, byte[] bytes)
        implements Part {

    @Override
    public InputStream getInputStream() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public @Nullable String getContentType() {
        return type;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public @Nullable String getSubmittedFileName() {
        return fileName;
    }

    @Override
    public long getSize() {
        return bytes.length;
    }

    @Override
    public void write(String file) throws IOException {
        Files.write(Path.of(file), bytes);
    }

    @Override
    public void delete() {
        // The file is not on disk.
    }

    @Override
    public @Nullable String getHeader(String header) {
        return headers.get(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public Collection<String> getHeaders(String header) {
        String value = getHeader(header);
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public Collection<String> getHeaderNames() {
        return headers.keySet();
    }
}
