#pragma once
#include <stddef.h>

/* What pages load: style, scripts, drawings. UTF-8 text; the pointers stay valid for the life of the program. */

const unsigned char *essaim_asset_css(void);
size_t essaim_asset_css_count(void);
const unsigned char *essaim_asset_main(void);
size_t essaim_asset_main_count(void);
const unsigned char *essaim_asset_live(void);
size_t essaim_asset_live_count(void);
const unsigned char *essaim_asset_worklist(void);
size_t essaim_asset_worklist_count(void);
const unsigned char *essaim_asset_answer(void);
size_t essaim_asset_answer_count(void);
const unsigned char *essaim_asset_draft(void);
size_t essaim_asset_draft_count(void);
const unsigned char *essaim_asset_viewer(void);
size_t essaim_asset_viewer_count(void);
const unsigned char *essaim_asset_keeping(void);
size_t essaim_asset_keeping_count(void);
const unsigned char *essaim_asset_favicon(void);
size_t essaim_asset_favicon_count(void);
const unsigned char *essaim_asset_centered(void);
size_t essaim_asset_centered_count(void);
const unsigned char *essaim_asset_wide(void);
size_t essaim_asset_wide_count(void);
