// Links name "index.html" to work from disk; on the web nobody need see it.
"use strict";
{
  const { protocol, pathname, search, hash } = location;
  if (/^https?:$/.test(protocol) && pathname.endsWith("/index.html")) {
    history.replaceState(history.state, "", pathname.slice(0, -"index.html".length) + search + hash);
  }
}
