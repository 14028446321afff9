import Testing

@testable import EssaimWeb

/// Fields of passwords and codes, and what stands around them (ASVS 5.0, 6.2.6 and 6.2.7).
@Suite struct SecretFieldTests {
    @Test func `a field of a password hides it and tells a password manager what it is for`() throws {
        var found: Set<String> = []
        for page in EveryPageTests.pages {
            for field in try page.reading.get().elements where field.name == "input" {
                let (name, type) = (field.attributes["name"] ?? "", field.attributes["type"])
                guard type == "password" || name.contains("passe") else { continue }
                #expect(type == "password", "\(page.name) \(name)")
                #expect(field.attributes["value"] == nil, "\(page.name) \(name) is given back to nobody")
                let allowed = ["current-password", "new-password"]
                #expect(allowed.contains(field.attributes["autocomplete"] ?? ""), "\(page.name) \(name)")
                found.insert(name)
            }
        }
        #expect(found == [LoginModel.passwordName, SecurityModel.newPasswordName])
    }

    @Test func `a code is typed into a field that says so, and a login into its own`() throws {
        for page in EveryPageTests.pages {
            for field in try page.reading.get().elements where field.name == "input" {
                switch field.attributes["name"] {
                case SecondStepModel.codeName where page.name.hasPrefix("deuxieme") || page.name.hasPrefix("confirmer"):
                    #expect(field.attributes["autocomplete"] == "one-time-code", "\(page.name)")
                case "identifiant" where page.name.hasPrefix("connexion"):
                    #expect(field.attributes["autocomplete"]?.hasPrefix("username") == true, "\(page.name)")
                default: break
                }
            }
        }
    }

    @Test func `no script stands between a person and what they paste`() {
        for asset in WebAssets.all where asset.path.hasSuffix(".js") {
            let text = String(decoding: asset.bytes, as: UTF8.self)
            // Files are pasted on the page of a draft, which asks for no password.
            guard !asset.path.hasSuffix("upload-choosing.js") else { continue }
            #expect(!text.contains("\"paste\"") && !text.contains("onpaste"), "\(asset.path)")
        }
    }
}
