import EssaimDomain
import EssaimWorkflow

extension EssaimServer {
    /// The forms that a demand begun now may have: the shipped ones, then those of networks, each as it was published last.
    public func publishedForms() async throws -> [ClinicalProtocol] {
        let forms = forms
        let own = try await store.read { store in
            try store.publishedProtocols().sorted().compactMap { try forms.current($0, store) }
        }
        return forms.all + own
    }

    /// One of them as a FHIR Questionnaire; nil when there is none of that name.
    public func questionnaire(named name: String) async throws -> String? {
        let forms = forms
        return try await store.read { store in
            try forms.current(Identifier(name), store).flatMap { QuestionnaireFiles().write($0) }
        }
    }
}
