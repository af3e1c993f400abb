package org.crossface.web.api.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.patient.registration.RegisterPatient;
import org.crossface.platform.api.Role;
import org.crossface.web.api.command.CommandAddress;
import org.crossface.web.command.LateReason;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Replaces the generic paths by one path for each command of the catalogue. */
public final class CommandDescriptions implements GlobalOpenApiCustomizer {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private static final Map<String, String> HEADERS = new TreeMap<>(Map.of(
            "Idempotency-Key", "Names the request: sent again with the same key it has no second effect",
            "If-Match", "Version that the stream must have, such as \"12\"",
            "X-Purpose-Of-Use", "Why, in the codes of HL7's PurposeOfUse; the role's usual one if absent"));
    private static final Map<String, String> FAILURES = new TreeMap<>(Map.of(
            "400",
                    "Fields or parameters are unknown, missing or of another type; `broken` names each, also those out of their range",
            "401", "No valid token",
            "403", "Not for this role (INV-68)",
            "404", "Not there, or at a site outside your scope",
            "406", "The header Accept takes no JSON; nothing was done",
            "409", "Changed at the same time, or already taken (INV-59, INV-60)",
            "412", "Not at the version that If-Match expects",
            "413", "More bytes than the operation takes",
            "415", "Of another type than the operation takes",
            "422", "Refused by a rule, or Idempotency-Key used for another request"));

    private final CommandCatalogue catalogue;

    public CommandDescriptions(CommandCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void customise(OpenAPI api) {
        Map<String, PathItem> paths = new TreeMap<>(api.getPaths());
        paths.keySet().removeIf(path -> path.contains("{command}"));
        for (CommandSpec spec : catalogue.all()) {
            CommandAddress.of(spec)
                    .ifPresent(address -> paths.computeIfAbsent(address.path(), path -> new PathItem())
                            .post(operation(spec, address)));
        }
        api.getPaths().clear();
        paths.forEach(api.getPaths()::addPathItem);
        api.getComponents().addSchemas("Accepted", accepted());
        HEADERS.forEach((name, text) -> api.getComponents()
                .addParameters(
                        name,
                        new Parameter()
                                .name(name)
                                .in("header")
                                .description(text)
                                .schema(new StringSchema())));
        FAILURES.forEach((status, text) -> api.getComponents()
                .addResponses(
                        status, new ApiResponse().description(text).content(content(PROBLEM, reference("Problem")))));
    }

    private static Operation operation(CommandSpec spec, CommandAddress address) {
        Operation operation = new Operation()
                .operationId(spec.kebabName())
                .summary(spec.title())
                .description("For: " + spec.roles().stream().map(Role::label).collect(Collectors.joining(", ")))
                .addTagsItem(spec.area())
                .requestBody(new RequestBody().required(true).content(content(JSON, body(spec, address))))
                .responses(responses(address));
        address.variables()
                .forEach(name -> operation.addParametersItem(
                        new Parameter().name(name).in("path").required(true).schema(new StringSchema())));
        HEADERS.forEach(
                (name, text) -> operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + name)));
        return operation;
    }

    private static Schema<?> body(CommandSpec spec, CommandAddress address) {
        Schema<?> body = CommandSchemas.body(
                spec.fields(),
                address.given(),
                spec.type() == RegisterPatient.class ? Set.of("occurredAt", "siteId") : Set.of("occurredAt"));
        if (LateReason.isTakenBy(spec)) {
            body.addProperty(LateReason.FIELD.name(), CommandSchemas.field(LateReason.FIELD));
        }
        return body;
    }

    private static ApiResponses responses(CommandAddress address) {
        ApiResponses responses = new ApiResponses();
        responses.addApiResponse(
                address.opens() ? "201" : "200",
                new ApiResponse().description("Accepted and durable").content(content(JSON, reference("Accepted"))));
        FAILURES.keySet()
                .forEach(status ->
                        responses.addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + status)));
        return responses;
    }

    private static Content content(String type, Schema<?> schema) {
        return new Content().addMediaType(type, new MediaType().schema(schema));
    }

    private static Schema<?> reference(String name) {
        ObjectSchema schema = new ObjectSchema();
        schema.set$ref("#/components/schemas/" + name);
        return schema;
    }

    private static Schema<?> accepted() {
        ObjectSchema schema = new ObjectSchema();
        schema.setDescription(
                "What was done; besides these the identifiers in the recorded facts, such as caseId and factIds.");
        schema.addProperty("streamId", new StringSchema());
        schema.addProperty(
                "sequence", new IntegerSchema().format("int64").description("Version of the stream, for If-Match"));
        schema.addProperty("position", new IntegerSchema().format("int64").description("Global position"));
        return schema;
    }
}
