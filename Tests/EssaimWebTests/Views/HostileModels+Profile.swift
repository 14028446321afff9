import EssaimDomain

@testable import EssaimWeb

extension HostileModels {
    static func profile(_ x: String) -> ProfileModel {
        let reach = ProfileModel.Reach(
            isOffered: true, address: x, pending: x, isUndelivered: true, typed: x, failedAt: PageClock.sample.now)
        return ProfileModel(
            seal: seal(x), name: x, profession: x, rpps: x, places: [x, x], billing: x, mail: reach,
            mobile: ProfileModel.Reach(isOffered: true, address: x, pending: x), byMail: .everything, bySMS: .nothing,
            digests: x, quietFrom: x, quietTo: x, quietSundays: true,
            faults: [
                FieldFault(field: ProfileModel.mailName, message: x),
                FieldFault(field: ProfileModel.codeName, message: x),
                FieldFault(field: ProfileModel.digestsName, message: x),
            ])
    }
}
