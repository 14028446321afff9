import EssaimFormats
import Testing

@Suite struct `Telling what a file is` {
    @Test func `a JPEG photo says its size, turn and date before it is decoded`() throws {
        let header = try ImageSniffer.inspect(JPEGSample.loaded.bytes, filename: "IMG_1234.JPG")
        #expect(header.kind == .jpeg)
        #expect(header.width == 8 && header.height == 8)
        #expect(header.orientation == .right)
        #expect(header.takenAt?.text == "2026-03-14T09:05:00+01:00")
    }

    @Test func `a PNG image says its size and date`() throws {
        let header = try ImageSniffer.inspect(PNGSample.loaded.bytes, filename: "capture.png")
        #expect(header.kind == .png)
        #expect(header.width == 3 && header.height == 2)
        #expect(header.takenAt?.text == "2026-03-14T09:05:00")
    }

    @Test(
        arguments: [
            ("ffd8ffe0", ContentKind.jpeg), ("89504e470d0a1a0a", .png), ("474946383961", .gif), ("474946383761", .gif),
            ("52494646 00000000 57454250", .webp), ("49492a00", .tiff), ("4d4d002a", .tiff),
            ("00000018 66747970 68656963", .heic),
            ("00000018 66747970 6d696631", .heic), ("00000018 66747970 61766966", .avif),
            ("00000018 66747970 69736f6d", .video),
            ("255044462d312e37", .pdf), ("0a0a255044462d", .pdf), ("504b0304", .zip), ("504b0506", .zip),
            ("d0cf11e0a1b11ae1", .office), ("4d5a9000", .executable), ("7f454c46", .executable),
            ("23212f62696e", .executable),
            ("cffaedfe", .executable), ("424d 00000000 00000000", .bmp),
        ] as [(String, ContentKind)])
    func `a file is known by its first bytes`(_ start: String, _ kind: ContentKind) {
        #expect(ContentKind(sniffing: hex(start)) == kind)
    }

    @Test(arguments: [
        ("<svg xmlns='http://www.w3.org/2000/svg'>", ContentKind.svg), ("<?xml version='1.0'?><svg>", .svg),
        ("\u{FEFF} \n<SVG onload=alert(1)>", .svg), ("<!DOCTYPE html>", .html), ("  <script>alert(1)</script>", .html),
        ("<?xml version='1.0'?><html>", .html), ("<?xml version='1.0'?><ClinicalDocument>", .xml),
    ])
    func `a text that a browser would run is known`(_ text: String, _ kind: ContentKind) {
        #expect(ContentKind(sniffing: Array(text.utf8)) == kind)
    }

    @Test(arguments: ["", "bonjour\0", "00ff00ff", "\u{1}\u{2}\u{3}\u{4}\u{5}"])
    func `what begins like nothing known is nothing known`(_ text: String) {
        #expect(ContentKind(sniffing: text == "00ff00ff" ? hex(text) : Array(text.utf8)) == nil)
    }

    @Test(arguments: ["bonjour", "Été\r\nà Brest", "\u{FEFF}Compte rendu", "1 < 2 et 3 > 2", "BM", "RIFFxxxxWAVE"])
    func `what is written is a text`(_ text: String) {
        #expect(ContentKind(sniffing: Array(text.utf8)) == .text)
    }

    @Test(arguments: [
        ("bonjour <script>alert(1)</script>", ContentKind.html), ("x\n<?php system('id'); ?>", .html),
        ("GIF89a/*<script>*/", .gif), ("{\\rtf1 bonjour}", .office), ("#!/bin/sh\nid", .executable),
    ])
    func `what would be run is not a text`(_ text: String, _ kind: ContentKind) {
        #expect(ContentKind(sniffing: Array(text.utf8)) == kind)
    }

    @Test(arguments: ["IM000001", "image.dcm", "1.2.840.113619.2.55", nil])
    func `a DICOM file may be named by its number`(_ name: String?) throws {
        try ContentKind.dicom.checkName(name)
        #expect(throws: MediaFault.extensionMismatch(named: "jpg", content: .dicom)) {
            try ContentKind.dicom.checkName("1.2.jpg")
        }
    }

    @Test func `a DICOM file is known by its mark after the preamble`() {
        #expect(ContentKind(sniffing: [UInt8](repeating: 0, count: 128) + Array("DICM".utf8)) == .dicom)
    }

    @Test(arguments: ["photo.jpg", "PHOTO.JPEG", "a.b.jpe", "x.jfif", "sans-point", nil])
    func `the name of a JPEG photo agrees or says nothing`(_ name: String?) throws {
        #expect(try ImageSniffer.inspect(JPEGSample().bytes, filename: name).kind == .jpeg)
    }

    @Test(arguments: [
        ("photo.png", "png"), ("photo.jpg.exe", "exe"), ("photo.", ""), ("photo.jpg ", "jpg "), ("photo.html", "html"),
        ("a." + String(repeating: "x", count: 40), String(repeating: "x", count: 16)),
    ])
    func `a name that says another type is refused`(_ name: String, _ ending: String) {
        #expect(throws: MediaFault.extensionMismatch(named: ending, content: .jpeg)) {
            try ImageSniffer.inspect(JPEGSample().bytes, filename: name)
        }
    }

    @Test func `sizes are checked from the header`() {
        let limits = ImageLimits.standard
        #expect(throws: MediaFault.tooManyPixels(width: 20_001, height: 1, limits: .side(20_000))) {
            try ImageSniffer.inspect(
                PNGSample(chunks: [
                    PNGSample.header(width: 20_001, height: 1), PNGSample.pixels, PNGSample.end,
                ]).bytes, filename: nil)
        }
        #expect(throws: MediaFault.tooManyPixels(width: 10_000, height: 10_001, limits: .pixels(100_000_000))) {
            try ImageSniffer.inspect(
                PNGSample(chunks: [
                    PNGSample.header(width: 10_000, height: 10_001), PNGSample.pixels, PNGSample.end,
                ]).bytes, filename: nil)
        }
        var photo = JPEGSample().bytes
        if let frame = photo.firstRange(of: [0xFF, 0xC0])?.lowerBound {
            photo.replaceSubrange(frame + 5..<frame + 9, with: [0xFF, 0xFF, 0xFF, 0xFF])
        }
        #expect(throws: MediaFault.tooManyPixels(width: 65_535, height: 65_535, limits: .side(20_000))) {
            try ImageSniffer.inspect(photo, filename: nil)
        }
        #expect(throws: MediaFault.tooManyBytes(limit: limits.bytes)) {
            try ImageSniffer.inspect([UInt8](repeating: 0xFF, count: limits.bytes + 1), filename: nil)
        }
    }

    @Test(arguments: [
        (
            MediaFault.truncated(.jpeg),
            "Le fichier n’a pas pu être lu (fichier incomplet). Renvoyez-le, ou envoyez la demande sans lui."
        ),
        (.tooManyBytes(limit: 52_428_800), "Le fichier dépasse 50\u{A0}Mo. Réduisez-le, puis renvoyez-le."),
        (.tooManyBytes(limit: 1_048_576), "Le fichier dépasse 1\u{A0}Mo. Réduisez-le, puis renvoyez-le."),
        (
            .tooManyPixels(width: 65_535, height: 2, limits: .side(20_000)),
            "L’image est trop grande (65\u{202F}535\u{A0}×\u{A0}2\u{A0}pixels). "
                + "Un côté ne peut dépasser 20\u{202F}000\u{A0}pixels\u{A0}: réduisez-la, puis renvoyez-la."
        ),
        (
            .extensionMismatch(named: "png", content: .jpeg),
            "Le nom du fichier se termine par «\u{A0}.png\u{A0}», mais son contenu est une image JPEG. "
                + "Corrigez le nom ou choisissez un autre fichier, puis renvoyez-le."
        ),
        (
            .unsupported(.gif),
            "Cette image est au format GIF, qui n’est pas accepté. Enregistrez-la en JPEG ou en PNG, puis renvoyez-la."
        ),
        (
            .unsupported(.zip),
            "Ce fichier est une archive ZIP ou un document de bureautique, qui n’est pas accepté. "
                + "Envoyez les photos une à une, et les documents en PDF."
        ),
        (
            .locked,
            "Ce document PDF est protégé par un mot de passe. Enregistrez-le sans protection, puis renvoyez-le."
        ),
        (
            .notDeveloped(.time),
            "Le fichier n’a pas pu être lu (la lecture prend trop de temps). "
                + "Renvoyez-le dans un format plus simple, ou envoyez la demande sans lui."
        ),
    ])
    func `a refusal says what, why and what to do`(_ fault: MediaFault, _ message: String) {
        #expect(fault.message == message)
    }

    @Test(arguments: ContentKind.allCases)
    func `every kind has a refusal without an exclamation`(_ kind: ContentKind) {
        let message = MediaFault.unsupported(kind).message
        #expect(message.hasSuffix(".") && !message.contains("!"))
    }

    @Test func `a file we know and do not take is refused by its kind`() {
        #expect(throws: MediaFault.unsupported(.heic)) {
            try ImageSniffer.inspect(hex("00000018 66747970 68656963"), filename: "IMG.HEIC")
        }
        #expect(throws: MediaFault.unsupported(.svg)) {
            try ImageSniffer.inspect(Array("<svg/>".utf8), filename: "a.png")
        }
        #expect(throws: MediaFault.unrecognised) { try ImageSniffer.inspect([0, 1, 2], filename: "a.jpg") }
        #expect(throws: MediaFault.empty) { try ImageSniffer.inspect([], filename: "a.jpg") }
    }
}
