package org.crossface.server.sites;

import jakarta.servlet.ServletContext;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.web.api.command.CommandAddress;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMethodMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Everything that can be asked of the running server, as its own mappings and its own command catalogue tell. */
final class Operations {

    private static final Pattern ADDRESS = Pattern.compile("\\[(?:(\\w+) )?(/[^]]*)]");

    private final WebApplicationContext context;
    private final CommandCatalogue catalogue;

    Operations(WebApplicationContext context, CommandCatalogue catalogue) {
        this.context = context;
        this.catalogue = catalogue;
    }

    /**
     * All of them.
     *
     * @throws IllegalStateException if something answers requests of which this class does not know how to list them
     */
    Set<Operation> all() {
        Set<Operation> all = new LinkedHashSet<>();
        for (HandlerMapping mapping :
                context.getBeansOfType(HandlerMapping.class).values()) {
            all.addAll(of(mapping));
        }
        context.getBeansOfType(SecurityFilterChain.class).values().stream()
                .flatMap(chain -> chain.getFilters().stream())
                .flatMap(Operations::ofFilter)
                .forEach(all::add);
        ServletContext servlets = context.getServletContext();
        if (servlets == null) {
            throw new IllegalStateException("The context runs without a web server");
        }
        servlets.getServletRegistrations()
                .forEach((name, servlet) -> servlet.getMappings().stream()
                        .filter(mapping -> !name.equals("dispatcherServlet"))
                        .forEach(mapping -> all.add(new Operation("ANY", mapping, null))));
        return all;
    }

    private Collection<Operation> of(HandlerMapping mapping) {
        return switch (mapping) {
            case AbstractHandlerMethodMapping<?> methods ->
                methods.getHandlerMethods().keySet().stream()
                        .map(RequestMappingInfo.class::cast)
                        .flatMap(this::ofMapping)
                        .toList();
            case AbstractUrlHandlerMapping urls -> ofUrls(urls);
            case RouterFunctionMapping router when router.getRouterFunction() == null -> List.of();
            default ->
                throw new IllegalStateException("Say in Operations how the operations of " + mapping + " are listed");
        };
    }

    private static Collection<Operation> ofUrls(AbstractUrlHandlerMapping urls) {
        List<Operation> operations = new ArrayList<>();
        urls.getHandlerMap().keySet().forEach(pattern -> operations.add(new Operation("GET", pattern, null)));
        if (urls.getRootHandler() != null) {
            operations.add(new Operation("GET", "/", null));
        }
        return operations;
    }

    private Stream<Operation> ofMapping(RequestMappingInfo mapping) {
        List<String> methods = mapping.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .toList();
        return mapping.getPatternValues().stream()
                .flatMap(route -> (methods.isEmpty() ? Stream.of("ANY") : methods.stream())
                        .flatMap(method -> ofRoute(method, route)));
    }

    private Stream<Operation> ofRoute(String method, String route) {
        if (!route.contains(Operation.COMMAND)) {
            return Stream.of(new Operation(method, route, null));
        }
        List<CommandSpec> carried =
                catalogue.all().stream().filter(spec -> carries(route, spec)).toList();
        if (carried.isEmpty()) {
            throw new IllegalStateException("Say in Operations which commands " + method + " " + route + " carries");
        }
        return carried.stream().map(spec -> new Operation(method, route, spec));
    }

    /** Pages have a form for each command of a pathway in some phase; the API carries each at the address of its own. */
    private static boolean carries(String route, CommandSpec spec) {
        if (!route.startsWith("/api/")) {
            return PathwayCommand.class.isAssignableFrom(spec.type())
                    && !spec.phases().isEmpty();
        }
        String before = route.substring(0, route.indexOf('{'));
        return CommandAddress.of(spec)
                .filter(address -> !address.opens())
                .filter(address -> address.path().startsWith(before))
                .isPresent();
    }

    /** Signing in and out is answered by filters before any mapping is asked. */
    private static Stream<Operation> ofFilter(Object filter) {
        return switch (filter) {
            case AbstractAuthenticationProcessingFilter signIn ->
                addressOf(signIn, AbstractAuthenticationProcessingFilter.class, "requiresAuthenticationRequestMatcher");
            case LogoutFilter signOut -> addressOf(signOut, LogoutFilter.class, "logoutRequestMatcher");
            default -> Stream.empty();
        };
    }

    private static Stream<Operation> addressOf(Object filter, Class<?> type, String matcher) {
        try {
            Field field = type.getDeclaredField(matcher);
            field.setAccessible(true);
            Matcher address = ADDRESS.matcher(String.valueOf(field.get(filter)));
            if (!address.find()) {
                throw new IllegalStateException(
                        "Say in Operations how the address of " + field.get(filter) + " is read");
            }
            String method = address.group(1) == null ? "ANY" : address.group(1);
            return Stream.of(new Operation(method, address.group(2), null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Say in Operations how the address of " + filter + " is read", e);
        }
    }
}
