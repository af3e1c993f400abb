package org.crossface.web.api.paging;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crossface.web.problem.RequestFault;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a read with a parameter that the operation does not take. A filter with a misspelt name would otherwise be left out in silence, and the
 * answer would hold more than was asked for.
 */
public final class KnownParameters implements HandlerInterceptor {

    private final Set<String> ofEveryRead;

    /** @param ofEveryRead parameters that every read takes */
    public KnownParameters(Set<String> ofEveryRead) {
        this.ofEveryRead = Set.copyOf(ofEveryRead);
    }

    /** @throws RequestFault 400 with the first unknown parameter */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (HttpMethod.GET.matches(request.getMethod()) && handler instanceof HandlerMethod method) {
            Set<String> taken = taken(method);
            Collections.list(request.getParameterNames()).stream()
                    .filter(name -> !taken.contains(name))
                    .findFirst()
                    .ifPresent(unknown -> {
                        throw RequestFault.badField(
                                unknown,
                                "This operation has no parameter " + unknown,
                                "Use only " + String.join(", ", taken));
                    });
        }
        return true;
    }

    private Set<String> taken(HandlerMethod method) {
        Set<String> taken = Arrays.stream(method.getMethodParameters())
                .filter(each -> each.hasParameterAnnotation(RequestParam.class))
                .map(KnownParameters::name)
                .collect(Collectors.toCollection(TreeSet::new));
        taken.addAll(ofEveryRead);
        return taken;
    }

    private static String name(MethodParameter parameter) {
        RequestParam annotation = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class));
        return annotation.name().isEmpty()
                ? Objects.requireNonNullElse(parameter.getParameter().getName(), "")
                : annotation.name();
    }
}
