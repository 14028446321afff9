import Foundation
import Testing

@testable import EssaimDocuments

@Suite struct ImageOrientationTests {
    /// The quarters of a picture as they must be seen, upper left, upper right, lower left, lower right; copied from the
    /// drawings of EXIF 2.32, tag 0x0112. As stored they are 200, 150, 100, 50.
    static let seen: [(ImageOrientation, [Int])] = [
        (.upright, [200, 150, 100, 50]), (.mirrored, [150, 200, 50, 100]),
        (.upsideDown, [50, 100, 150, 200]), (.upsideDownMirrored, [100, 50, 200, 150]),
        (.leftMirrored, [200, 100, 150, 50]), (.right, [100, 200, 50, 150]),
        (.rightMirrored, [50, 150, 100, 200]), (.left, [150, 50, 200, 100]),
    ]

    @Test(arguments: seen)
    func `a picture is seen as it was taken, however the camera was held`(
        orientation: ImageOrientation, quarters: [Int]
    ) throws {
        var objects = PDFObjects()
        let jpeg = JPEGSample(
            width: 160, height: 80, orientation: UInt8(orientation.rawValue), mean: JPEGSample.quarters
        ).bytes
        let image = try PDFImage(jpeg, to: &objects)
        var page = PageCanvas(height: 300)
        let (width, height) = orientation.isSideways ? (80.0, 160.0) : (160.0, 80.0)
        page.image(image, x: 50, y: 60, width: width, height: height)
        let document = PDFDocument(
            metadata: PDFMetadata(title: "", made: PDFMoment(milliseconds: 0)), size: (300, 300), pages: [page],
            fonts: [])
        try document.write(to: &objects)
        let picture = try PageReading.grey(Array(objects.take().joined()), page: 1, dotsPerInch: 72)
        let (x, y) = (Int(width / 4), Int(height / 4))
        let places = [(50 + x, 60 + y), (50 + 3 * x, 60 + y), (50 + x, 60 + 3 * y), (50 + 3 * x, 60 + 3 * y)]
        for (place, quarter) in zip(places, quarters) {
            #expect(abs(picture.value(place.0, place.1) - quarter) <= 4, "\(orientation) at \(place)")
        }
        // The paper around it.
        #expect(picture.value(45, 60 + y) == 255 && picture.value(50 + x, 55) == 255)
        #expect(picture.value(53 + Int(width), 60 + y) == 255 && picture.value(50 + x, 63 + Int(height)) == 255)
    }
}
