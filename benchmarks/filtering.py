"""What an answer of the page of all contacts costs: ``python -m benchmarks.filtering OUTPUT`` on a built site.

Measured in the system's Chromium: the processor time of the page's main thread from the click on a value until the
count is said, the address changed, the first cards shown and the frame painted. Processor time, so that other work on
the machine does not count.
"""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright

from tests.browser.server import serving
from tests.tools.programs import find_chromium

FACETS = ("side", "person", "topic", "type", "place", "year")
#: How many values of each facet are chosen, one after the other, and so added to those before.
CLICKS = 12
#: In the page: click, wait for the cards, then for the frame after them.
ANSWER = """
async (input) => {
  const shown = new Promise((resolve) => new MutationObserver((_, observer) => { observer.disconnect(); resolve(); })
    .observe(document.querySelector("#chosen .days"), { childList: true }));
  input.click();
  await shown;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
"""


def measure(page: Page, facet: str) -> list[float]:
    """Milliseconds of the main thread for each click."""
    client = page.context.new_cdp_session(page)
    client.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.locator("#filter").wait_for(state="visible")
    page.locator(f"[data-facet={facet}] summary").click()
    inputs = page.locator(f"[data-facet={facet}] li input")
    inputs.first.wait_for()
    times = []
    for number in range(min(CLICKS, inputs.count())):
        before = read_clock(client)
        page.evaluate(ANSWER, inputs.nth(number).element_handle())
        times.append(1000 * (read_clock(client) - before))
    client.detach()
    return times


def read_clock(client: CDPSession) -> float:
    """Seconds that the page's main thread has worked."""
    metrics = {entry["name"]: entry["value"] for entry in client.send("Performance.getMetrics")["metrics"]}
    seconds: float = metrics["TaskDuration"]
    return seconds


def main() -> int:
    """Print the median and the longest for each facet."""
    with serving(Path(sys.argv[1])) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), chromium_sandbox=False)
        page = browser.new_page(bypass_csp=True)
        for facet in FACETS:
            page.goto(f"{url}en/events/")
            times = measure(page, facet)
            sys.stdout.write(f"{facet:8} median {statistics.median(times):5.1f} ms, longest {max(times):5.1f} ms\n")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
