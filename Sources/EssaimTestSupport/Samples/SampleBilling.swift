import EssaimDomain
import Foundation

extension BillingRules {
    /// One TE2 at 23 € for a doctor, one RQD at 10 € for a doctor or a nurse, from 1 January 2020 on.
    public static let sample: BillingRules = {
        let text = """
            {"prices": [
              {"act": "TE2", "from": "2020-01-01", "cents": 2300, "overseasCents": 2760},
              {"act": "RQD", "from": "2020-01-01", "cents": 1000, "overseasCents": 1200}],
             "rights": [
              {"act": "TE2", "profession": "10", "from": "2020-01-01"},
              {"act": "RQD", "profession": "10", "from": "2020-01-01", "quota": 4},
              {"act": "RQD", "profession": "60", "from": "2020-01-01", "quota": 4}],
             "circumstances": [], "activityCaps": [], "overseas": ["974"], "quotaYear": "civil",
             "consultantAdviceMonths": 4}
            """
        do {
            return try JSONDecoder().decode(BillingRules.self, from: Data(text.utf8))
        } catch {
            preconditionFailure("the sample rules do not hold: \(error)")
        }
    }()
}
