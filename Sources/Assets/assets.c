int essaim_assets_present;
