package org.crossface.platform.api.values;

/**
 * A value that PostgreSQL, Java and Kafka cannot all store, or that makes no sense in a clinic. Its message contains neither the value nor
 * a person's name.
 */
public final class UnstorableValue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String finding;
    private final String remedy;

    /**
     * @param field path of the component, such as {@code plan.surgeonIds[1]}
     * @param finding what is wrong, without the value
     * @param remedy what would be accepted
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

    /** What is wrong, such as "No place has this UTC offset". */
    public String finding() {
        return finding;
    }

    /** What would be accepted. */
    public String remedy() {
        return remedy;
    }
}
