// Scores pages: on a phone with a slow network, as Lighthouse simulates both, and on a desktop.
//
// node score.mjs BASE COOKIES PAGE…: prints a line of JSON for each page and form, the median of some runs.

import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const RUNS = 3;
const FORMS = { phone: undefined, desktop: desktopConfig };
const [base, cookies, ...pages] = process.argv.slice(2);

async function score(port, page, form) {
  const flags = {
    port,
    logLevel: "error",
    onlyCategories: ["performance", "accessibility"],
    extraHeaders: { Cookie: cookies },
    disableStorageReset: true,
  };
  const { lhr } = await lighthouse(base + page, flags, FORMS[form]);
  if (lhr.runtimeError) throw new Error(`${page}: ${lhr.runtimeError.message}`);
  if (new URL(lhr.finalDisplayedUrl).pathname !== page) throw new Error(`${page} leads to ${lhr.finalDisplayedUrl}`);
  const figure = (name) => lhr.audits[name].numericValue;
  return {
    page,
    form,
    performance: Math.round(lhr.categories.performance.score * 100),
    accessibility: Math.round(lhr.categories.accessibility.score * 100),
    largest_ms: Math.round(figure("largest-contentful-paint")),
    blocked_ms: Math.round(figure("total-blocking-time")),
    shift_thousandths: Math.round(figure("cumulative-layout-shift") * 1000),
  };
}

const chrome = await launch({
  chromePath: process.env.STYRBORD_CHROMIUM ?? "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage"],
});
try {
  for (const page of pages) {
    for (const form of Object.keys(FORMS)) {
      const runs = [];
      for (let run = 0; run < RUNS; run++) runs.push(await score(chrome.port, page, form));
      runs.sort((one, other) => one.performance - other.performance);
      console.log(JSON.stringify(runs[Math.floor(RUNS / 2)]));
    }
  }
} finally {
  await chrome.kill();
}
