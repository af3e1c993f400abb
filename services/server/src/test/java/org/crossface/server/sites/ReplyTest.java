package org.crossface.server.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReplyTest {

    private static String essence(String body) {
        return Reply.of(404, new TreeMap<>(Map.of("date", "today", "etag", "7")), body)
                .essence(Set.of("01890a5d-ac96-774b-bcce-b302099a8057"));
    }

    @Test
    void whatDiffersBetweenTwoAnswersToOneRequestIsNotOfItsEssence() {
        assertThat(essence("""
                        <meta name="csrf-token" content="abc"><input name="_csrf" value="abc">
                        at 2025-01-14T07:30:00.123Z and 2025-01-14T07:30-08:00, 09:15, 10:15:00, of
                        01a22d97-70e2-7283-8a95-ac7bfbe371b5 for 01890a5d-ac96-774b-bcce-b302099a8057""")).isEqualTo(essence("""
                        <meta name="csrf-token" content="xyz"><input name="_csrf" value="">
                        at 2026-02-15T08:31:01Z and 2026-02-15T08:31+01:00, 10:16, 11:16:01, of
                        01b33d97-70e2-7283-8a95-ac7bfbe371c6 for 01890a5d-ac96-774b-bcce-b302099a8057""")).isEqualTo("""
                        404 {etag=7}
                        <meta name="{varies}><input name="_{varies}>
                        at {varies} and {varies}, {varies}, {varies}, of
                        {varies} for {named}""");
    }

    @Test
    void whatTellsIsOfItsEssence() {
        for (String telling : new String[] {"P-1001", "2025-01-14", "Ada-Quill", "1:30", "01a22d97", "csrf", "a b:c"}) {
            assertThat(essence("<p>" + telling + "</p>")).contains(telling);
        }
    }
}
