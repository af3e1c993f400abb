package org.crossface.web.api.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.crossface.web.api.paging.Page;
import org.crossface.web.command.CommandRequest;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Describes what all reads have in common: the purpose of use, the parameters of a page, the address of the next one, failures. The name of a read
 * follows from its address, since springdoc numbers methods of one name and a new read would rename the others.
 */
public final class ReadDescriptions implements GlobalOpenApiCustomizer {

    private static final List<String> FAILURES = List.of("400", "401", "403", "404", "406");
    private static final Map<String, String> PARAMETERS = Map.of(
            Page.START,
            "Identifier of the last entry of the page before; absent for the first page",
            Page.LIMIT,
            "Greatest number of entries; " + Page.USUAL + " if absent",
            "q",
            "Parts of names in any order, a birth date such as 1990-06-02, or a part of a pathway's number");

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().forEach((path, item) -> {
            Operation read = item.getGet();
            if (read != null) {
                read.setOperationId("get" + path.replaceFirst("^/api", "").replaceAll("[^A-Za-z0-9]+", "-"));
                describe(read);
            }
        });
    }

    private static void describe(Operation read) {
        List<Parameter> parameters = read.getParameters() == null ? List.of() : List.copyOf(read.getParameters());
        parameters.forEach(ReadDescriptions::describe);
        read.addParametersItem(new Parameter().$ref("#/components/parameters/" + CommandRequest.PURPOSE));
        ApiResponses responses = read.getResponses();
        ApiResponse shown = responses.get("200");
        if (shown != null) {
            if (shown.getContent() != null && shown.getContent().containsKey("*/*")) {
                shown.setContent(new Content()
                        .addMediaType("application/json", shown.getContent().get("*/*")));
            }
            if (parameters.stream().anyMatch(each -> Page.START.equals(each.getName()))) {
                shown.addHeaderObject(
                        "Link",
                        new Header()
                                .description("Address of the next page, with rel=\"next\"; absent on the last page")
                                .schema(new StringSchema()));
            }
        }
        FAILURES.forEach(
                status -> responses.addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + status)));
    }

    private static void describe(Parameter parameter) {
        String description = PARAMETERS.get(String.valueOf(parameter.getName()));
        if (description != null) {
            parameter.setDescription(description);
        }
        if (Page.LIMIT.equals(parameter.getName())) {
            parameter.getSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(Page.MOST));
        }
    }
}
