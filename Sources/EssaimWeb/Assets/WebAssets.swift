import Assets

/// A file that pages load: served as it is under an address that names its version, so that it may be cached for ever.
public struct WebAsset: Sendable {
    /// `essaim.css`, the last part of `/actifs/{version}/essaim.css`.
    public let path: String
    public let contentType: String
    public let bytes: [UInt8]
    /// The same for all: scripts load each other by relative addresses. 16 hexadecimal digits.
    public var version: String { WebAssets.version }
}

/// The style, scripts and drawings built into the program.
public enum WebAssets {
    public static let all: [WebAsset] = [
        css("essaim.css", essaim_asset_css(), essaim_asset_css_count()),
        script("main.js", essaim_asset_main(), essaim_asset_main_count()),
        script("live.js", essaim_asset_live(), essaim_asset_live_count()),
        script("news.js", essaim_asset_news(), essaim_asset_news_count()),
        script("stream.js", essaim_asset_stream(), essaim_asset_stream_count()),
        script("files.js", essaim_asset_files(), essaim_asset_files_count()),
        script("worklist.js", essaim_asset_worklist(), essaim_asset_worklist_count()),
        script("answer.js", essaim_asset_answer(), essaim_asset_answer_count()),
        script("next-images.js", essaim_asset_next_images(), essaim_asset_next_images_count()),
        script("billing.js", essaim_asset_billing(), essaim_asset_billing_count()),
        script("sentences.js", essaim_asset_sentences(), essaim_asset_sentences_count()),
        script("phrases.js", essaim_asset_phrases(), essaim_asset_phrases_count()),
        script("text-file.js", essaim_asset_text_file(), essaim_asset_text_file_count()),
        script("passkey.js", essaim_asset_passkey(), essaim_asset_passkey_count()),
        script("see-before.js", essaim_asset_see_before(), essaim_asset_see_before_count()),
        script("demand-keys.js", essaim_asset_demand_keys(), essaim_asset_demand_keys_count()),
        script("draft.js", essaim_asset_draft(), essaim_asset_draft_count()),
        script("viewer.js", essaim_asset_viewer(), essaim_asset_viewer_count()),
        script("viewer-comparing.js", essaim_asset_viewer_comparing(), essaim_asset_viewer_comparing_count()),
        script("viewer-geometry.js", essaim_asset_viewer_geometry(), essaim_asset_viewer_geometry_count()),
        script("viewer-gestures.js", essaim_asset_viewer_gestures(), essaim_asset_viewer_gestures_count()),
        script("viewer-keys.js", essaim_asset_viewer_keys(), essaim_asset_viewer_keys_count()),
        script("viewer-light.js", essaim_asset_viewer_light(), essaim_asset_viewer_light_count()),
        script("viewer-pane.js", essaim_asset_viewer_pane(), essaim_asset_viewer_pane_count()),
        script("viewer-screen.js", essaim_asset_viewer_screen(), essaim_asset_viewer_screen_count()),
        script("viewer-sharper.js", essaim_asset_viewer_sharper(), essaim_asset_viewer_sharper_count()),
        script("viewer-text.js", essaim_asset_viewer_text(), essaim_asset_viewer_text_count()),
        script("viewer-views.js", essaim_asset_viewer_views(), essaim_asset_viewer_views_count()),
        script("uploads.js", essaim_asset_uploads(), essaim_asset_uploads_count()),
        script("upload-capture.js", essaim_asset_upload_capture(), essaim_asset_upload_capture_count()),
        script("upload-choosing.js", essaim_asset_upload_choosing(), essaim_asset_upload_choosing_count()),
        script("upload-exchange.js", essaim_asset_upload_exchange(), essaim_asset_upload_exchange_count()),
        script("upload-line.js", essaim_asset_upload_line(), essaim_asset_upload_line_count()),
        script("upload-region.js", essaim_asset_upload_region(), essaim_asset_upload_region_count()),
        script("upload-sending.js", essaim_asset_upload_sending(), essaim_asset_upload_sending_count()),
        script("upload-shrink.js", essaim_asset_upload_shrink(), essaim_asset_upload_shrink_count()),
        script("upload-store.js", essaim_asset_upload_store(), essaim_asset_upload_store_count()),
        script("upload-transfer.js", essaim_asset_upload_transfer(), essaim_asset_upload_transfer_count()),
        script("keeping.js", essaim_asset_keeping(), essaim_asset_keeping_count()),
        text("exemple-note.txt", essaim_asset_note(), essaim_asset_note_count()),
        drawing("favicon.svg", essaim_asset_favicon(), essaim_asset_favicon_count()),
        drawing("exemple-centree.svg", essaim_asset_centered(), essaim_asset_centered_count()),
        drawing("exemple-large.svg", essaim_asset_wide(), essaim_asset_wide_count()),
    ]

    /// Has an address of its own (`SitePath.imageWorker`).
    static let imageWorker = script(
        "images-pretes.js", essaim_asset_image_worker(), essaim_asset_image_worker_count()
    ).bytes

    /// Changes when any byte of any of them does: FNV-1a, 64 bits, over names and bytes.
    public static let version: String = {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for asset in all {
            for byte in asset.path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            for byte in asset.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }()

    /// The address of one of them: `/actifs/{version}/essaim.css`.
    public static func path(_ name: String) -> String { SitePath.asset(name, version: version).text }

    private static func css(_ path: String, _ start: UnsafePointer<UInt8>, _ count: Int) -> WebAsset {
        asset(path, "text/css; charset=utf-8", start, count)
    }

    private static func script(_ path: String, _ start: UnsafePointer<UInt8>, _ count: Int) -> WebAsset {
        asset(path, "text/javascript; charset=utf-8", start, count)
    }

    private static func text(_ path: String, _ start: UnsafePointer<UInt8>, _ count: Int) -> WebAsset {
        asset(path, "text/plain; charset=utf-8", start, count)
    }

    private static func drawing(_ path: String, _ start: UnsafePointer<UInt8>, _ count: Int) -> WebAsset {
        asset(path, "image/svg+xml", start, count)
    }

    private static func asset(
        _ path: String, _ type: String, _ start: UnsafePointer<UInt8>, _ count: Int
    ) -> WebAsset {
        WebAsset(path: path, contentType: type, bytes: [UInt8](UnsafeBufferPointer(start: start, count: count)))
    }
}
