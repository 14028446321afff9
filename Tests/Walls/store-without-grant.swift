// refused: 'store' is inaccessible due to 'internal' protection level
import EssaimGate

func rummage(_ house: House) {
    _ = house.store
}
