// refused: initializer is inaccessible due to 'fileprivate' protection level
import EssaimDomain
import EssaimGate

func forge(_ fact: OnRequest, _ visitor: Visitor, _ now: Instant, _ house: House) {
    _ = Grant<SeeRequest>(fact, visitor, now, house)
}
