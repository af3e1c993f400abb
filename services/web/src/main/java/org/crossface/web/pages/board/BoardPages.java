package org.crossface.web.pages.board;

import org.crossface.identity.gate.ReadGate;
import org.crossface.web.pages.RailEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The controller of these pages and their entry in the rail. */
@Configuration(proxyBeanMethods = false)
@Import(BoardPage.class)
public class BoardPages {

    @Bean
    RailEntry boardEntry() {
        return new RailEntry(
                20,
                "/pathways",
                "square-kanban",
                "Pathways",
                false,
                true,
                role -> ReadGate.opens(role, "clinical/board"));
    }
}
