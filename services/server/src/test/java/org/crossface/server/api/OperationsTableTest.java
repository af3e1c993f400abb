package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.web.admission.Operations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The table of operations names each address that takes a body, and nothing but the guard makes objects of JSON. */
class OperationsTableTest extends RunningServer {

    private static final Set<RequestMethod> WITHOUT_BODY =
            Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS);

    /** Answered by the security chain, not by a controller. */
    private static final Set<String> OF_THE_CHAIN = Set.of("POST /sign-in", "POST /sign-out");

    @Test
    void everyAddressThatTakesABodyHasItsRow(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            @Autowired Operations operations) {
        Set<String> handled = mappings.getHandlerMethods().keySet().stream()
                .flatMap(OperationsTableTest::addresses)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(handled).hasSizeGreaterThan(20);
        handled.addAll(OF_THE_CHAIN);
        assertThat(operations.addresses()).containsExactlyInAnyOrderElementsOf(handled);
    }

    private static Stream<String> addresses(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .filter(method -> !WITHOUT_BODY.contains(method))
                .flatMap(method -> info.getPatternValues().stream().map(path -> method + " " + path));
    }

    @Test
    void jsonBecomesAnObjectInOneWayOnly(@Autowired RequestMappingHandlerAdapter adapter) {
        assertThat(adapter.getMessageConverters().stream()
                        .filter(converter -> converter.canRead(Sample.class, MediaType.APPLICATION_JSON))
                        .map(HttpMessageConverter::getClass)
                        .map(Class::getSimpleName))
                .containsOnly("GuardedJsonConverter");
    }

    private record Sample(String text) {}
}
