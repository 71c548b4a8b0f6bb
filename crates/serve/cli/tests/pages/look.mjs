// Looks at every kind of page that can be reached: accessibility, width, weight, language, in light and dark.
//
// node look.mjs BASE STATE: STATE is the file with the cookies of who is logged in.

import axe from "axe-core";
import { readFileSync } from "node:fs";
import { go, must, person, shot, start, stop } from "./browser.mjs";

const [base, stateFile, who = "controller"] = process.argv.slice(2);
const state = JSON.parse(readFileSync(stateFile, "utf8"));
const LANGUAGES = ["nb", "nn", "en"];
const SCHEMES = ["light", "dark"];
const SIZES = { desktop: 1280, phone: 320 };
const PAGES_MAX = 200;
const WEIGHT_MAX = 60_000;
const REQUESTS_MAX = 3;

/** The kind of a page: its address without what tells one of many from another. */
function kind(address) {
  const url = new URL(address, base);
  const path = url.pathname
    .replace(/\/organisation-\d+\/\d+/, "/AGENCY/YEAR")
    .replace(/\/([a-z_-]+)-\d+(?=\/|$)/g, "/$1-N")
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
  const { context, page } = await person(base, { state });
  const found = new Map();
  const queue = [base + "/"];
  while (queue.length > 0 && found.size < PAGES_MAX) {
    const address = queue.shift();
    if (found.has(kind(address))) continue;
    const response = await page.goto(address).catch((error) => {
      if (String(error).includes("Download is starting")) return null;
      throw error;
    });
    if (!response || !(response.headers()["content-type"] ?? "").startsWith("text/html")) continue;
    must(response.status() < 400, `${address} answers ${response.status()}, and a page links to it`);
    found.set(kind(address), page.url());
    const links = await page.$$eval("a[href]", (all) => all.map((link) => link.href));
    queue.push(...links.map((link) => link.split("#")[0]).filter(isPage));
  }
  await context.close();
  must(found.size < PAGES_MAX, `more than ${PAGES_MAX} kinds of pages`);
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

async function look(address, name, language, scheme, size) {
  const { context, page, wrongs } = await person(base, { state, scheme, width: SIZES[size], height: 800 });
  await context.addCookies([{ name: "language", value: language, url: base }]);
  let [weight, requests] = [0, 0];
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  session.on("Network.requestWillBeSent", (event) => (requests += event.request.url.startsWith(base) ? 1 : 0));
  session.on("Network.loadingFinished", (event) => (weight += event.encodedDataLength));
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
  if (requests > REQUESTS_MAX) found.push(`${requests} requests`);
  if (weight > WEIGHT_MAX && !/\/letter(\?|$)/.test(address)) found.push(`${weight} bytes`);
  await shot(page, `${who}-${name.replace(/[^\w-]+/g, "_")}-${size}-${scheme}-${language}`);
  await context.close();
  return { weight, requests, found: [...found, ...wrongs].map((one) => [`${name}: ${one}`, `${language} ${scheme} ${size}`]) };
}

await start();
try {
  const pages = await kinds();
  console.log(`${pages.size} kinds of pages`);
  // What is wrong, and in which ways the page was looked at then.
  const wrong = new Map();
  const weights = [];
  for (const [name, address] of pages) {
    const looks = ways(name).map((way) => () => look(address, name, ...way));
    while (looks.length > 0) {
      const some = await Promise.all(looks.splice(0, 4).map((one) => one()));
      for (const [what, way] of some.flatMap((one) => one.found)) wrong.set(what, [...(wrong.get(what) ?? []), way]);
      weights.push(...some.map((one) => [one.weight, one.requests, name]));
    }
    console.log(`looked ${name}`);
  }
  weights.sort((one, other) => other[0] - one[0]);
  const heaviest = new Map(weights.map(([weight, requests, name]) => [name, `${weight} bytes, ${requests} requests`]).reverse());
  for (const [name, weight] of [...heaviest].reverse().slice(0, 8)) console.log(`weight ${name}: ${weight}`);
  for (const [what, ways] of wrong) console.log(`${what} (${ways.length === 12 ? "always" : ways.join(", ")})`);
  must(wrong.size === 0, `${wrong.size} things wrong on ${pages.size} kinds of pages`);
} finally {
  await stop();
}
