#include "web.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define ASSET(name)                                                                    \
    const unsigned char *essaim_asset_##name(void) { return name; }                    \
    size_t essaim_asset_##name##_count(void) { return sizeof name; }

/* One style sheet, in the order in which the parts may override each other. */
static const unsigned char css[] = {
#embed "web/css/tokens.css"
    ,
#embed "web/css/base.css"
    ,
#embed "web/css/shell.css"
    ,
#embed "web/css/marks.css"
    ,
#embed "web/css/buttons.css"
    ,
#embed "web/css/fields.css"
    ,
#embed "web/css/photos.css"
    ,
#embed "web/css/uploads.css"
    ,
#embed "web/css/viewer.css"
    ,
#embed "web/css/lists.css"
    ,
#embed "web/css/welcome.css"
    ,
#embed "web/css/lines.css"
    ,
#embed "web/css/draft.css"
    ,
#embed "web/css/request.css"
    ,
#embed "web/css/stop.css"
    ,
#embed "web/css/gallery.css"
    ,
#embed "web/css/reply.css"
    ,
#embed "web/css/ledger.css"
    ,
#embed "web/css/figures.css"
    ,
#embed "web/css/billing.css"
    ,
#embed "web/css/profile.css"
    ,
#embed "web/css/record.css"
    ,
#embed "web/css/rota.css"
    ,
#embed "web/css/protocols.css"
    ,
#embed "web/css/print.css"
};
ASSET(css)

static const unsigned char main_[] = {
#embed "web/js/main.js"
};
const unsigned char *essaim_asset_main(void) { return main_; }
size_t essaim_asset_main_count(void) { return sizeof main_; }

static const unsigned char worklist[] = {
#embed "web/js/worklist.js"
};
ASSET(worklist)

static const unsigned char billing[] = {
#embed "web/js/billing.js"
};
ASSET(billing)

static const unsigned char answer[] = {
#embed "web/js/answer.js"
};
ASSET(answer)

static const unsigned char next_images[] = {
#embed "web/js/next-images.js"
};
ASSET(next_images)

static const unsigned char image_worker[] = {
#embed "web/js/image-worker.js"
};
ASSET(image_worker)

static const unsigned char sentences[] = {
#embed "web/js/sentences.js"
};
ASSET(sentences)

static const unsigned char phrases[] = {
#embed "web/js/phrases.js"
};
ASSET(phrases)

static const unsigned char see_before[] = {
#embed "web/js/see-before.js"
};
ASSET(see_before)

static const unsigned char text_file[] = {
#embed "web/js/text-file.js"
};
ASSET(text_file)

static const unsigned char passkey[] = {
#embed "web/js/passkey.js"
};
ASSET(passkey)

static const unsigned char demand_keys[] = {
#embed "web/js/demand-keys.js"
};
ASSET(demand_keys)

static const unsigned char draft[] = {
#embed "web/js/draft.js"
};
ASSET(draft)

static const unsigned char viewer[] = {
#embed "web/js/viewer/viewer.js"
};
ASSET(viewer)

static const unsigned char viewer_comparing[] = {
#embed "web/js/viewer/viewer-comparing.js"
};
ASSET(viewer_comparing)

static const unsigned char viewer_geometry[] = {
#embed "web/js/viewer/viewer-geometry.js"
};
ASSET(viewer_geometry)

static const unsigned char viewer_gestures[] = {
#embed "web/js/viewer/viewer-gestures.js"
};
ASSET(viewer_gestures)

static const unsigned char viewer_keys[] = {
#embed "web/js/viewer/viewer-keys.js"
};
ASSET(viewer_keys)

static const unsigned char viewer_light[] = {
#embed "web/js/viewer/viewer-light.js"
};
ASSET(viewer_light)

static const unsigned char viewer_pane[] = {
#embed "web/js/viewer/viewer-pane.js"
};
ASSET(viewer_pane)

static const unsigned char viewer_screen[] = {
#embed "web/js/viewer/viewer-screen.js"
};
ASSET(viewer_screen)

static const unsigned char viewer_sharper[] = {
#embed "web/js/viewer/viewer-sharper.js"
};
ASSET(viewer_sharper)

static const unsigned char viewer_text[] = {
#embed "web/js/viewer/viewer-text.js"
};
ASSET(viewer_text)

static const unsigned char viewer_views[] = {
#embed "web/js/viewer/viewer-views.js"
};
ASSET(viewer_views)

static const unsigned char uploads[] = {
#embed "web/js/uploads/uploads.js"
};
ASSET(uploads)

static const unsigned char upload_capture[] = {
#embed "web/js/uploads/upload-capture.js"
};
ASSET(upload_capture)

static const unsigned char upload_choosing[] = {
#embed "web/js/uploads/upload-choosing.js"
};
ASSET(upload_choosing)

static const unsigned char upload_exchange[] = {
#embed "web/js/uploads/upload-exchange.js"
};
ASSET(upload_exchange)

static const unsigned char upload_line[] = {
#embed "web/js/uploads/upload-line.js"
};
ASSET(upload_line)

static const unsigned char upload_region[] = {
#embed "web/js/uploads/upload-region.js"
};
ASSET(upload_region)

static const unsigned char upload_sending[] = {
#embed "web/js/uploads/upload-sending.js"
};
ASSET(upload_sending)

static const unsigned char upload_shrink[] = {
#embed "web/js/uploads/upload-shrink.js"
};
ASSET(upload_shrink)

static const unsigned char upload_store[] = {
#embed "web/js/uploads/upload-store.js"
};
ASSET(upload_store)

static const unsigned char upload_transfer[] = {
#embed "web/js/uploads/upload-transfer.js"
};
ASSET(upload_transfer)

static const unsigned char keeping[] = {
#embed "web/js/keeping.js"
};
ASSET(keeping)

static const unsigned char live[] = {
#embed "web/js/live.js"
};
ASSET(live)

static const unsigned char news[] = {
#embed "web/js/news.js"
};
ASSET(news)

static const unsigned char stream[] = {
#embed "web/js/stream.js"
};
ASSET(stream)

static const unsigned char files[] = {
#embed "web/js/files.js"
};
ASSET(files)

static const unsigned char favicon[] = {
#embed "web/favicon.svg"
};
ASSET(favicon)

static const unsigned char centered[] = {
#embed "web/exemple-centree.svg"
};
ASSET(centered)

static const unsigned char wide[] = {
#embed "web/exemple-large.svg"
};
ASSET(wide)

static const unsigned char note[] = {
#embed "web/exemple-note.txt"
};
ASSET(note)
