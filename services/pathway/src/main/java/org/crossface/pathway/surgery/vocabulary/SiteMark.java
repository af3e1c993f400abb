package org.crossface.pathway.surgery.vocabulary;

import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.platform.api.FormField;

/** One mark on the patient's skin. */
public record SiteMark(
        @FormField(label = "Site") Anatomy anatomy,
        @FormField(label = "Side") BodySide side) {}
