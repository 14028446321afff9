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
#embed "web/css/lists.css"
    ,
#embed "web/css/welcome.css"
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

static const unsigned char answer[] = {
#embed "web/js/answer.js"
};
ASSET(answer)

static const unsigned char draft[] = {
#embed "web/js/draft.js"
};
ASSET(draft)

static const unsigned char viewer[] = {
#embed "web/js/viewer.js"
};
ASSET(viewer)

static const unsigned char keeping[] = {
#embed "web/js/keeping.js"
};
ASSET(keeping)

static const unsigned char live[] = {
#embed "web/js/live.js"
};
ASSET(live)

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
