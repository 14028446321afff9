#include "passwords.h"

/* #embed belongs to C23; the compiler of Swift has it in every C. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char breached[] = {
#embed "passwords/breached.bin"
};

const unsigned char *essaim_breached_passwords(void) { return breached; }
size_t essaim_breached_passwords_count(void) { return sizeof breached; }
