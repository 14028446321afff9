#ifndef ESSAIM_CCURL_H
#define ESSAIM_CCURL_H

#include <curl/curl.h>
#include <stddef.h>

// libcurl's options are set through functions with a variable list of arguments, which Swift does not call:
// one function here for each type of value. All return what `curl_easy_setopt` returned.

CURLcode ccurl_set_number(CURL *handle, CURLoption option, long value);
CURLcode ccurl_set_size(CURL *handle, CURLoption option, curl_off_t value);
/// libcurl keeps a copy of the text.
CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value);
/// The list stays the caller's and must outlive the transfer.
CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *value);
/// The parsed address stays the caller's and must outlive the transfer.
CURLcode ccurl_set_address(CURL *handle, CURLU *address);

CURLcode ccurl_on_body(CURL *handle, curl_write_callback callback, void *context);
CURLcode ccurl_on_header(CURL *handle, curl_write_callback callback, void *context);
CURLcode ccurl_on_source(CURL *handle, curl_read_callback callback, void *context);
CURLcode ccurl_on_progress(CURL *handle, curl_xferinfo_callback callback, void *context);
CURLcode ccurl_on_socket(CURL *handle, curl_opensocket_callback callback, void *context);

/// The last status (HTTP) or reply (SMTP) of the peer, 0 when there was none.
long ccurl_reply_code(CURL *handle);
/// The Content-Type of the answer, owned by the handle; NULL when there was none.
const char *ccurl_content_type(CURL *handle);

/// Copies the network address that a socket is about to be opened to.
/// Returns its length: 4 (IPv4), 16 (IPv6), or 0 for any other family.
size_t ccurl_peer_address(const struct curl_sockaddr *peer, unsigned char bytes[16]);
/// Opens the socket that libcurl asks for, closed in child processes.
curl_socket_t ccurl_open_socket(const struct curl_sockaddr *peer);

/// A peer that hangs up must not end the process: blocks SIGPIPE on the calling thread.
void ccurl_block_broken_pipe(void);

#endif
