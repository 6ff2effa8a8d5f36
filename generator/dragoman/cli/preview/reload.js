"use strict";
// Added by `dragoman serve` only: loads the page again when the site has been built anew.
{
  const shown = new URL(document.currentScript.src).searchParams.get("version");
  let source = null;
  const listen = () => {
    source = new EventSource("/-/dragoman/events");
    source.addEventListener("version", (event) => {
      if (event.data !== shown) {
        source.close();
        location.reload();
      }
    });
  };
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => {
    if (event.persisted) listen();
  });
  listen();
}
