extension ConsultationReport {
    /// The network (ESS) in whose name the report is issued.
    public struct Network: Sendable, Equatable {
        public var name: String
        /// How to reach it, on one line: telephone, address, site.
        public var contact: String
        /// What stands at the head of the first page, a line each, the first in bold; none leaves no trace.
        public var letterhead: [String]
        public var logo: Logo?

        public init(name: String, contact: String = "", letterhead: [String] = [], logo: Logo? = nil) {
            self.name = name
            self.contact = contact
            self.letterhead = letterhead
            self.logo = logo
        }
    }

    /// A picture as the rows of a PNG file: each after its filter's number, packed by zlib.
    public struct Logo: Sendable, Equatable {
        /// Pixels.
        public var width: Int
        public var height: Int
        /// Bits a sample: 1, 2, 4 or 8.
        public var depth: Int
        /// 1 or 3 a pixel.
        public var samples: Int
        /// Red, green and blue of each entry, for one sample a pixel; nil for grey and for plain colour.
        public var palette: [UInt8]?
        public var packed: [UInt8]

        public init(width: Int, height: Int, depth: Int, samples: Int, palette: [UInt8]?, packed: [UInt8]) {
            self.width = width
            self.height = height
            self.depth = depth
            self.samples = samples
            self.palette = palette
            self.packed = packed
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
