package org.crossface.web.api.reference;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.reference.ReferenceData.SurgicalDevice;
import org.crossface.pathway.reference.registration.StandingData;
import org.crossface.pathway.surgery.vocabulary.EquipmentKind;
import org.crossface.web.api.paging.Page;
import org.crossface.web.command.CommandRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads devices of surgery centres; every role may. */
@RestController
class DeviceReads {

    private static final String RESOURCE = "reference/devices";

    private final StandingData standing;
    private final ReferenceData reference;
    private final ReadGate gate;

    DeviceReads(StandingData standing, ReferenceData reference, ReadGate gate) {
        this.standing = standing;
        this.reference = reference;
        this.gate = gate;
    }

    /** A device of a surgery centre. */
    @Schema(name = "Device")
    record Known(
            String deviceId,
            String siteId,
            EquipmentKind kind,
            String name,

            @Schema(description = "Of the maker; absent when it is not known") @Nullable
            String serialNumber,

            @Schema(description = "From when it is used no more; absent while it is in use") @Nullable
            OffsetDateTime retiredAt) {

        static Known of(SurgicalDevice device) {
            return new Known(
                    device.deviceId(),
                    device.siteId(),
                    device.kind(),
                    device.name(),
                    device.serialNumber(),
                    device.retiredAt());
        }
    }

    /** Lists the devices, retired ones included, in the order of their identifiers. */
    @GetMapping("/api/reference/devices")
    ResponseEntity<List<Known>> list(
            @AuthenticationPrincipal CurrentActor actor,
            @RequestParam(required = false) @Nullable String start,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletRequest request) {
        Page page = Page.of(start, limit);
        return gate.show(
                        actor,
                        RESOURCE,
                        CommandRequest.purpose(request, actor),
                        () -> Shown.aboutNobody(page.of(standing.devices(), SurgicalDevice::deviceId)
                                .map(Known::of)))
                .answer(request);
    }

    @GetMapping("/api/reference/devices/{deviceId}")
    Known read(@AuthenticationPrincipal CurrentActor actor, @PathVariable String deviceId, HttpServletRequest request) {
        return gate.show(
                actor,
                RESOURCE,
                CommandRequest.purpose(request, actor),
                () -> Shown.aboutNobody(
                        reference.device(deviceId).map(Known::of).orElseThrow(() -> new NotVisible(RESOURCE))));
    }
}
