// Links name "index.html", so that the site can be read from disk. On the web the address bar need not show it.
"use strict";
{
  const { protocol, pathname, search, hash } = location;
  if (/^https?:$/.test(protocol) && pathname.endsWith("/index.html")) {
    history.replaceState(history.state, "", pathname.slice(0, -"index.html".length) + search + hash);
  }
}
