package org.crossface.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void fullNamesBeginWithTheFamily() {
        assertThat(Names.FULL.of("Larsen", "Ida", false)).isEqualTo("Larsen, Ida");
        assertThat(Names.FULL.of("Larsen", null, false)).isEqualTo("Larsen");
        assertThat(Names.FULL.of(null, null, false)).isEqualTo("Name not known");
    }

    @Test
    void initialsGiveTwoLettersAndAnErasedPersonNone() {
        assertThat(Names.INITIALS.of("Ekström", "Pia", false)).isEqualTo("E. P.");
        assertThat(Names.INITIALS.of("Larsen", "Ida", true)).isEqualTo("Erased");
        assertThat(Names.of("initials")).isEqualTo(Names.INITIALS);
        assertThat(Names.of("something")).isEqualTo(Names.FULL);
    }
}
