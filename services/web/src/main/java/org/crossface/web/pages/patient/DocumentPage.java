package org.crossface.web.pages.patient;

import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.NotVisible;
import org.crossface.platform.documents.DocumentVault;
import org.crossface.web.documents.Download;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out a document that a referral brought, to whoever may read the pathway. */
@Controller
class DocumentPage {

    private static final String RESOURCE = "clinical/pathway/document";

    private final PatientReads reads;
    private final DocumentVault vault;

    DocumentPage(PatientReads reads, DocumentVault vault) {
        this.reads = reads;
        this.vault = vault;
    }

    /** @throws NotVisible if the pathway has no such document, or its person was erased */
    @GetMapping("/pathways/{pathwayId}/documents/{documentId}")
    ResponseEntity<byte[]> download(
            @AuthenticationPrincipal CurrentActor actor,
            @PathVariable String pathwayId,
            @PathVariable String documentId) {
        PatientFile file = reads.file(actor, RESOURCE, pathwayId);
        return file.state().intake().documents().stream()
                .filter(each -> each.documentId().equals(documentId))
                .findFirst()
                .flatMap(each -> vault.read(each.documentId()))
                .map(Download::of)
                .orElseThrow(() -> new NotVisible(RESOURCE));
    }
}
