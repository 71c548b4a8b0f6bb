// The main tasks by keyboard alone: what has the focus is seen, and nothing holds it.
//
// node keys.mjs BASE STATE YEAR

import { readFileSync } from "node:fs";
import { go, has, must, person, start, steps, stop } from "./browser.mjs";

const [base, stateFile, year] = process.argv.slice(2);
const state = JSON.parse(readFileSync(stateFile, "utf8"));
const TABS_MAX = 400;

await start();
const { page } = await person(base, { state });

const focused = () =>
  page.evaluate(() => {
    const one = document.activeElement;
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    // Inside a field for dates the browser marks the part that has the focus itself.
    const shown = one.type === "date" || style.outlineStyle !== "none" || style.boxShadow !== "none";
    return { tag: one.tagName, name: one.getAttribute("name"), text: one.innerText?.trim() ?? "", href: one.getAttribute("href"), shown, seen: box.width > 0 && box.height > 0 };
  });

/** Presses Tab until something has the focus. */
async function tabTo(what, is) {
  for (let tab = 0; tab < TABS_MAX; tab += 1) {
    await page.keyboard.press("Tab");
    const one = await focused();
    if (one.tag !== "BODY") must(one.shown && one.seen, `the focus on ${JSON.stringify(one)} is not seen`);
    if (is(one)) return one;
  }
  throw new Error(`Tab does not reach ${what} on ${page.url()}`);
}

async function press(key) {
  await Promise.all([page.waitForEvent("framenavigated"), page.keyboard.press(key)]);
  await page.waitForLoadState();
}

await steps([
  ["the first stop leads past the navigation", async () => {
    await go(page, year);
    const first = await tabTo("the skip link", () => true);
    must(first.href === "#main", `the first stop is ${JSON.stringify(first)}`);
    await page.keyboard.press("Enter");
    const id = await page.evaluate(() => document.activeElement.id);
    must(id === "main", `after the skip link the focus is at #${id}`);
  }],
  ["from the overview to an assignment", async () => {
    await go(page, year);
    await tabTo("the assignments", (one) => one.href?.endsWith("/assignments"));
    await press("Enter");
    await tabTo("an assignment", (one) => /\/objects\/assignment-\d+/.test(one.href ?? ""));
    await press("Enter");
  }],
  ["a status is reported", async () => {
    await tabTo("the status", (one) => one.name === "status");
    await page.keyboard.press("ArrowDown");
    await tabTo("the comment", (one) => one.name === "comment");
    await page.keyboard.type("Skrevet uten mus");
    await tabTo("the button", (one) => one.tag === "BUTTON");
    await press("Enter");
    await has(page, "Skrevet uten mus");
  }],
  ["every stop of every page of the year is seen", async () => {
    await go(page, year);
    const pages = await page.$$eval("nav.pages a", (all) => all.map((link) => link.getAttribute("href")));
    must(pages.length >= 3, `the navigation has ${pages.length} pages`);
    for (const address of pages) {
      await go(page, address);
      let stops = 0;
      await tabTo("the end", (one) => {
        stops += 1;
        return one.tag === "BODY" || stops >= 60;
      });
    }
  }],
]);
await stop();
