package org.crossface.pathway.evaluation;

import static java.util.stream.IntStream.range;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The items that an instrument asks for as a list of small numbers: what each is about, its least and its greatest. */
public enum Scale {
    SUNNYBROOK_RESTING(new Item("Eye", 0, 1), new Item("Cheek", 0, 2), new Item("Mouth", 0, 1)),
    SUNNYBROOK_VOLUNTARY(movements(1, 5)),
    SUNNYBROOK_SYNKINESIS(movements(0, 3)),
    FACE(IntStream.rangeClosed(1, 15)
            .mapToObj(number -> new Item("Question " + number, 1, 5))
            .toArray(Item[]::new)),
    /** The two questions of the PHQ-2. */
    PHQ2(questions(2)),
    /** The nine questions of the PHQ-9; the last is about thoughts of self-harm. */
    PHQ9(questions(9)),
    /** The seven questions of one part of the HADS. */
    HADS(questions(7)),
    EFACE_STATIC(percent("Brow", "Palpebral fissure", "Nasolabial fold", "Corner of the mouth")),
    EFACE_DYNAMIC(percent(
            "Brow lift",
            "Gentle eye closure",
            "Full eye closure",
            "Nasolabial fold depth, smile",
            "Nasolabial fold direction, smile",
            "Corner of the mouth, smile",
            "Lower lip, long E")),
    EFACE_SYNKINESIS(percent("Eye", "Midface", "Chin", "Neck"));

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of records of numbers and texts
    private final List<Item> items;

    Scale(Item... items) {
        this.items = List.of(items);
    }

    /**
     * One item.
     *
     * @param least lowest value
     * @param most highest value
     */
    public record Item(String label, int least, int most) {}

    /** The items, in their order. */
    public List<Item> items() {
        return items;
    }

    /** Whether there is a value for each item, within its limits. */
    public boolean fits(List<Integer> values) {
        return values.size() == items.size()
                && range(0, items.size())
                        .allMatch(i -> values.get(i) >= items.get(i).least()
                                && values.get(i) <= items.get(i).most());
    }

    /** Questions about the last two weeks or the last one, each answered with 0 to 3. */
    private static Item[] questions(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Item("Question " + number, 0, 3))
                .toArray(Item[]::new);
    }

    /** Visual analogue items from 0 to 100. */
    private static Item[] percent(String... labels) {
        return Arrays.stream(labels).map(label -> new Item(label, 0, 100)).toArray(Item[]::new);
    }

    private static Item[] movements(int least, int most) {
        return new Item[] {
            new Item("Brow lift", least, most),
            new Item("Gentle eye closure", least, most),
            new Item("Open smile", least, most),
            new Item("Snarl", least, most),
            new Item("Lip pucker", least, most)
        };
    }
}
