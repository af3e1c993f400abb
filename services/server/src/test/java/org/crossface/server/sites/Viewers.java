package org.crossface.server.sites;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossface.platform.api.Role;

/** People of every situation with their live streams open, while something changes at both sites. */
final class Viewers implements AutoCloseable {

    /** Roles that read nothing clinical, at any site. */
    private static final Set<Role> NOT_CLINICAL = EnumSet.of(Role.BILLING, Role.ADMINISTRATOR);

    /** Roles that read clinical data without having to name a purpose each time. */
    private static final Set<Role> CLINICAL = EnumSet.complementOf(
            EnumSet.of(Role.BILLING, Role.ADMINISTRATOR, Role.QUALITY_AUDITOR, Role.PRIVACY_OFFICER, Role.SYSTEM));

    private final World world;
    private final List<LiveStream> streams = new ArrayList<>();

    Viewers(Client client, World world, Map<Situation, Map<Role, Person>> people) {
        this.world = world;
        for (Situation situation : List.of(Situation.HOME, Situation.OTHER_SITE, Situation.NO_SITE)) {
            for (Role role : People.ROLES) {
                streams.add(LiveStream.open(client, World.person(people.getOrDefault(situation, Map.of()), role)));
            }
        }
    }

    /** Lets both sites change and says who was told of the home site without having business with it. */
    void watch(Findings findings) {
        List<LiveStream> open =
                streams.stream().filter(stream -> stream.status() == 200).toList();
        List<LiveStream> home = of(open, Situation.HOME);
        List<LiveStream> others = of(open, Situation.OTHER_SITE);
        open.forEach(stream -> stream.awaitBeatAfter(0));
        world.change();
        world.changeElsewhere();
        home.forEach(stream -> stream.awaitTold(world.home().pathway()));
        others.forEach(stream -> stream.awaitTold(world.elsewhere().pathway()));
        Map<LiveStream, Long> beats = new HashMap<>();
        open.forEach(stream -> beats.put(stream, stream.beats()));
        beats.forEach(LiveStream::awaitBeatAfter);
        Canaries canaries = world.canaries();
        for (LiveStream stream : streams) {
            if (stream.person().situation() != Situation.HOME
                    || NOT_CLINICAL.contains(stream.person().role())) {
                List<String> told =
                        canaries.ids().stream().filter(stream.told()::contains).toList();
                if (!told.isEmpty()) {
                    findings.add(
                            stream.person().situation() + " is told by the live stream",
                            stream.person().role() + ": " + told);
                }
            }
        }
    }

    private static List<LiveStream> of(List<LiveStream> streams, Situation situation) {
        return streams.stream()
                .filter(stream -> stream.person().situation() == situation)
                .filter(stream -> CLINICAL.contains(stream.person().role()))
                .toList();
    }

    @Override
    public void close() {
        streams.forEach(LiveStream::close);
    }
}
