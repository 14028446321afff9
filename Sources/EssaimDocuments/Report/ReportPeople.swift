extension ConsultationReport {
    /// The network (ESS) in whose name the report is issued.
    public struct Network: Sendable, Equatable {
        public var name: String
        /// How to reach it, on one line: telephone, address, site.
        public var contact: String

        public init(name: String, contact: String = "") {
            self.name = name
            self.contact = contact
        }
    }

    /// The patient: strict traits first (référentiel INS), repeated at the head of each page.
    public struct Patient: Sendable, Equatable {
        public var birthName: String
        /// The name in use, when it is another one.
        public var usedName: String
        public var givenName: String
        /// « Féminin », « Masculin », « Indéterminé ».
        public var sex: String
        /// « 3 mars 1959 ».
        public var birthDate: String
        /// « 67 ans ».
        public var age: String
        /// The INS matricule, to be given only when the identity is *qualifiée*.
        public var matricule: String
        /// The nature of the matricule's OID: « NIR », « NIA », « test ».
        public var matriculeNature: String
        /// « qualifiée », « validée », « récupérée », « provisoire ».
        public var identityStatus: String

        public init(
            birthName: String, usedName: String = "", givenName: String, sex: String, birthDate: String,
            age: String = "",
            matricule: String = "", matriculeNature: String = "", identityStatus: String
        ) {
            self.birthName = birthName
            self.usedName = usedName
            self.givenName = givenName
            self.sex = sex
            self.birthDate = birthDate
            self.age = age
            self.matricule = matricule
            self.matriculeNature = matriculeNature
            self.identityStatus = identityStatus
        }
    }

    /// A professional as the record must name them: name, RPPS, specialty, structure (R.6316-4).
    public struct Professional: Sendable, Equatable {
        /// With the title, « Dr Anne Exemple ».
        public var name: String
        /// « Médecin, dermatologie et vénéréologie ».
        public var profession: String
        public var rpps: String
        public var structure: String
        public var finess: String
        public var commune: String

        public init(
            name: String, profession: String = "", rpps: String = "", structure: String = "", finess: String = "",
            commune: String = ""
        ) {
            self.name = name
            self.profession = profession
            self.rpps = rpps
            self.structure = structure
            self.finess = finess
            self.commune = commune
        }
    }
}
