// refused: 'house' is inaccessible due to 'internal' protection level
import EssaimGate

func rummage(_ grant: Grant<SignedIn>) {
    _ = grant.house
}
