package org.crossface.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NodeRolesTest {
    @Test
    void aNodeHasAllRolesUnlessToldOtherwise() {
        assertThat(NodeRoles.parse("").roles()).containsExactlyInAnyOrder(NodeRole.values());
        assertThat(NodeRoles.parse("projection, billing").roles())
                .containsExactlyInAnyOrder(NodeRole.PROJECTION, NodeRole.BILLING);
    }

    @Test
    void anUnknownRoleIsRefusedWithThoseThatExist() {
        assertThatThrownBy(() -> NodeRoles.parse("web,comand"))
                .isInstanceOfSatisfying(RefusedConfiguration.class, refused -> {
                    assertThat(refused).hasMessageContaining("'comand'");
                    assertThat(refused.remedy()).contains("web, command, projection, automation, billing, audit");
                });
    }

    @Test
    void pagesNeedTheDecisionsOnTheSameNode() {
        assertThatThrownBy(() -> NodeRoles.parse("web,audit"))
                .isInstanceOf(RefusedConfiguration.class)
                .hasMessageContaining("needs the role command");
    }

    @Test
    void theListOfRolesExplainsEach() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CrossfaceServer.listRoles(new PrintStream(out, true, StandardCharsets.UTF_8));
        String list = out.toString(StandardCharsets.UTF_8);
        for (NodeRole role : NodeRole.values()) {
            assertThat(list).containsPattern("(?m)^" + role.word() + " +" + Pattern.quote(role.sentence()));
        }
    }
}
