package org.crossface.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class LoopbackOnlyTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", ""})
    void theDemonstrationIsRefusedOnAnyOtherInterface(String address) {
        MockEnvironment environment = demo("true").withProperty("server.address", address);
        assertThatThrownBy(() -> start(environment))
                .isInstanceOf(RefusedConfiguration.class)
                .hasMessageContaining("known passwords");
    }

    @Test
    void theManagementInterfaceCountsToo() {
        MockEnvironment environment = demo("true")
                .withProperty("server.address", "127.0.0.1")
                .withProperty("management.server.address", "0.0.0.0");
        assertThatThrownBy(() -> start(environment)).isInstanceOf(RefusedConfiguration.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost", "127.0.0.2"})
    void theDemonstrationStartsOnLoopback(String address) {
        MockEnvironment environment = demo("true").withProperty("server.address", address);
        assertThatCode(() -> start(environment)).doesNotThrowAnyException();
    }

    @Test
    void aServerWithItsOwnUsersMayListenAnywhere() {
        MockEnvironment environment = demo("false").withProperty("server.address", "0.0.0.0");
        assertThatCode(() -> start(environment)).doesNotThrowAnyException();
    }

    private static MockEnvironment demo(String demo) {
        return new MockEnvironment().withProperty("crossface.home", "home").withProperty("crossface.demo", demo);
    }

    private static void start(MockEnvironment environment) {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            context.setEnvironment(environment);
            new LoopbackOnly().initialize(context);
        }
    }
}
