package org.crossface.messages.automation;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.crossface.messages.outbox.Letter;
import org.crossface.messages.outbox.MessageState;
import org.crossface.messages.templates.Templates;
import org.crossface.messages.templates.Templates.Place;
import org.crossface.messages.templates.Templates.Text;
import org.crossface.pathway.intake.Intake;
import org.crossface.pathway.patient.identity.KnownPersons;
import org.crossface.pathway.patient.identity.PersonDetails;
import org.crossface.pathway.reference.ReferenceData;
import org.jspecify.annotations.Nullable;

/** Fills texts and finds addresses: those of patients as they are known at this moment, if the patient agrees to be contacted. */
public final class Letters {

    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private final Templates templates;
    private final KnownPersons persons;
    private final ReferenceData reference;
    private final String pages;

    /** @param pages where people reach the pages, such as {@code https://crossface.example} */
    public Letters(Templates templates, KnownPersons persons, ReferenceData reference, String pages) {
        this.templates = templates;
        this.persons = persons;
        this.reference = reference;
        this.pages = pages;
    }

    /**
     * A letter, or why there is none.
     *
     * @param letter {@code null} when nothing can be sent
     */
    public record Found(@Nullable Letter letter, MessageState state) {}

    /** The letter of this kind to a patient, in his or her language where there is a text in it. */
    public Found toPatient(String kind, String patientId, Intake intake) {
        PersonDetails details = persons.details(patientId).orElse(null);
        if (details == null) {
            return new Found(null, MessageState.NO_ADDRESS);
        }
        if (!details.contactConsent()) {
            return new Found(null, MessageState.NO_CONSENT);
        }
        String address =
                Objects.requireNonNullElse(details.traits().email(), "").strip();
        if (address.isEmpty()) {
            return new Found(null, MessageState.NO_ADDRESS);
        }
        String language = Templates.languageFor(details.traits().language());
        Text text = templates.filled(kind, language, places(intake));
        return new Found(new Letter(address, language, text.subject(), text.body()), MessageState.WAITING);
    }

    Letter toStaff(String kind, String address, String timer, OffsetDateTime since, Intake intake) {
        Map<Place, String> places = places(intake);
        places.put(Place.NUMBER, intake.number());
        places.put(Place.ROW, timer);
        places.put(Place.SINCE, SINCE.format(since));
        places.put(Place.LINK, pages + "/pathways/" + intake.pathwayId());
        String language = Templates.LANGUAGES.getFirst();
        Text text = templates.filled(kind, language, places);
        return new Letter(address, language, text.subject(), text.body());
    }

    private Map<Place, String> places(Intake intake) {
        Map<Place, String> places = new EnumMap<>(Place.class);
        places.put(
                Place.CENTRE,
                reference
                        .site(intake.siteId())
                        .map(ReferenceData.SurgicalSite::name)
                        .orElse(intake.siteId()));
        return places;
    }
}
