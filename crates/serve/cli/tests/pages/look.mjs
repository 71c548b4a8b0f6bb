// Looks at every kind of page that can be reached: accessibility, width, weight, language, in light and dark.
//
// node look.mjs BASE STATE WHO [PATTERN]: STATE is the file with the cookies of who is logged in, PATTERN says which
// pages are looked at when not all are.

import axe from "axe-core";
import { readFileSync } from "node:fs";
import { go, must, person, shot, start, stop } from "./browser.mjs";

const [base, stateFile, who = "controller", pattern = ""] = process.argv.slice(2);
const PATTERN = new RegExp(pattern);
const state = JSON.parse(readFileSync(stateFile, "utf8"));
const LANGUAGES = ["nb", "nn", "en"];
const SCHEMES = ["light", "dark"];
const SIZES = { desktop: 1280, phone: 320 };
const EARLIER = "2026-01-20";
const PAGES_MAX = 200;
const WEIGHT_MAX = 60_000;
const REQUESTS_MAX = 3;

/** The kind of a page: its address without what tells one of many from another. */
function kind(address) {
  const url = new URL(address, base);
  const path = url.pathname
    .replace(/\/organisation-\d+\/\d+/, "/AGENCY/YEAR")
    .replace(/\/([a-z_-]+)-\d+(?=\/|$)/g, "/$1-N")
    .replace(/\/(attachment|direction|authorisation|announcement|requirement|chapter)-N/, "/PART-N")
    .replace(/\/parameters\/(goal|assignment|PART)-N/, "/parameters/parameter-N")
    .replace(/\/findings\/.+/, "/findings/FINDING")
    .replace(/\/rules\/.+/, "/rules/RULE")
    .replace(/[0-9a-f]{32,}/g, "SUM");
  const asked = [...url.searchParams.keys()].filter((name) => !["to", "file", "page", "sort", "order", "letter"].includes(name));
  return path + (asked.includes("as-of") ? "?as-of" : "");
}

const isPage = (address) =>
  address.startsWith(base) && !/\/(assets|feeds)\/|\.(csv|xlsx|ics|md|json|jsonl|pdf|docx|db)(\?|$)|\/api\/|\/files\/|\/download/.test(address);

// The pages that somebody has open every day are looked at in every way.
const EVERY_WAY = /^(\/|\/years\/AGENCY\/YEAR(\/(letter|assignments|calendar|parameters|money|objects\/assignment-N))?)$/;
const THREE_WAYS = [["nb", "light", "desktop"], ["nn", "dark", "phone"], ["en", "light", "phone"]];

/** The ways in which a page is looked at: language, colours and width. */
function ways(name) {
  if (!EVERY_WAY.test(name)) return THREE_WAYS;
  return LANGUAGES.flatMap((language) => SCHEMES.flatMap((scheme) => Object.keys(SIZES).map((size) => [language, scheme, size])));
}

/** Follows links from the front page until no new kind of page turns up. */
async function kinds() {
  const { context } = await person(base, { state });
  const found = new Map();
  const asked = new Set();
  const queue = [base + "/"];
  while (queue.length > 0 && found.size < PAGES_MAX) {
    const address = queue.shift();
    if (asked.has(kind(address))) continue;
    asked.add(kind(address));
    const response = await context.request.get(address);
    must(response.status() < 400, `${address} answers ${response.status()}, and a page links to it`);
    if (!(response.headers()["content-type"] ?? "").startsWith("text/html")) continue;
    if (PATTERN.test(kind(response.url()))) found.set(kind(response.url()), response.url());
    // Where an earlier day leads has been seen as it is now.
    if (new URL(address).search.includes("as-of")) continue;
    const links = [...(await response.text()).matchAll(/<a [^>]*href="([^"#]+)/g)].map(([, link]) => link.replaceAll("&amp;", "&").replaceAll("&#38;", "&"));
    const year = /^\/years\/AGENCY\/YEAR(\/(assignments|calendar|money|objects\/assignment-N))?$/.test(kind(address));
    if (year) queue.push(`${address.split("?")[0]}?as-of=${EARLIER}`);
    if (kind(address) === "/years/AGENCY/YEAR") queue.push(`${address}/search?q=is`);
    queue.push(...links.map((link) => new URL(link, response.url()).href).filter(isPage));
  }
  must(found.size < PAGES_MAX, `more than ${PAGES_MAX} kinds of pages`);
  await context.close();
  return found;
}

async function violations(page) {
  await page.evaluate(axe.source);
  const result = await page.evaluate(() =>
    axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] }),
  );
  return result.violations.flatMap((rule) =>
    rule.nodes.slice(0, 2).map((node) => `${rule.id}: ${node.target.join(" ")} – ${node.failureSummary.split("\n").slice(1, 3).join(" ").trim()}`),
  );
}

// One browser for each way: the second page finds the style sheet where the first left it.
const browsers = new Map();

async function browserFor(language, scheme, size) {
  const way = `${language} ${scheme} ${size}`;
  if (!browsers.has(way)) {
    const one = await person(base, { state, scheme, width: SIZES[size], height: 800 });
    await one.context.addCookies([{ name: "language", value: language, url: base }]);
    browsers.set(way, one);
  }
  return browsers.get(way);
}

/** What a page weighs for somebody who was never here, and how often it asks. */
async function weigh(address) {
  const { context, page } = await person(base, { state });
  let [weight, requests] = [0, 0];
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  session.on("Network.requestWillBeSent", (event) => (requests += event.request.url.startsWith(base) ? 1 : 0));
  session.on("Network.loadingFinished", (event) => (weight += event.encodedDataLength));
  await go(page, address);
  await context.close();
  const wrong = requests > REQUESTS_MAX ? [`${requests} requests`] : [];
  if (weight > WEIGHT_MAX && !/\/letter(\?|$)/.test(address)) wrong.push(`${weight} bytes`);
  return { weight, requests, wrong };
}

async function look(address, name, language, scheme, size) {
  const { page, wrongs } = await browserFor(language, scheme, size);
  wrongs.length = 0;
  await go(page, address);
  const found = await violations(page);
  const facts = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    h1: document.querySelectorAll("h1").length,
    title: document.title,
    over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    widest: [...document.querySelectorAll("main *, header *")]
      .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !one.closest(".wide"))
      .slice(0, 3)
      .map((one) => `${one.tagName}.${one.className}`),
  }));
  if (facts.lang !== language) found.push(`lang is ${facts.lang}, not ${language}`);
  if (facts.h1 !== 1) found.push(`${facts.h1} h1`);
  if (facts.over > 0) found.push(`${facts.over} px too wide: ${facts.widest.join(", ")}`);
  await shot(page, `${who}-${name.replace(/[^\w-]+/g, "_")}-${size}-${scheme}-${language}`);
  return [...found, ...wrongs].map((one) => [`${name}: ${one}`, `${language} ${scheme} ${size}`]);
}

await start();
try {
  const pages = await kinds();
  console.log(`${pages.size} kinds of pages`);
  // What is wrong, and in which ways the page was looked at then.
  const wrong = new Map();
  const weights = [];
  for (const [name, address] of pages) {
    // Each way has a browser of its own, so they can look at the same time.
    const some = (await Promise.all(ways(name).map((way) => look(address, name, ...way)))).flat();
    const { weight, requests, wrong: heavy } = await weigh(address);
    weights.push([weight, requests, name]);
    console.log(`looked ${name}: ${some.length + heavy.length} wrong`);
    for (const [what, way] of [...some, ...heavy.map((one) => [`${name}: ${one}`, "always"])]) {
      if (!wrong.has(what)) console.log(`  ${what}`);
      wrong.set(what, [...(wrong.get(what) ?? []), way]);
    }
  }
  weights.sort((one, other) => other[0] - one[0]);
  for (const [weight, requests, name] of weights.slice(0, 8)) console.log(`weight ${name}: ${weight} bytes, ${requests} requests`);
  for (const [what, ways] of wrong) console.log(`${what}: ${ways.join(", ")}`);
  must(wrong.size === 0, `${wrong.size} things wrong on ${pages.size} kinds of pages`);
} finally {
  await stop();
}
