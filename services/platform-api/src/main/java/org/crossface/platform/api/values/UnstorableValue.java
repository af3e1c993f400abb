package org.crossface.platform.api.values;

/** A value that PostgreSQL, Java and Kafka do not all hold, or that no clinic can mean. Its message says neither the value nor a person's name. */
public final class UnstorableValue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String finding;
    private final String remedy;

    /**
     * @param field path of the component, such as {@code plan.surgeonIds[1]}
     * @param finding what is so, without the value
     * @param remedy what would be taken
     */
    public UnstorableValue(String field, String finding, String remedy) {
        super(field + ": " + finding);
        this.field = field;
        this.finding = finding;
        this.remedy = remedy;
    }

    /** Path of the component at fault. */
    public String field() {
        return field;
    }

    /** What is so, such as "The offset is that of no place". */
    public String finding() {
        return finding;
    }

    /** What would be taken. */
    public String remedy() {
        return remedy;
    }
}
