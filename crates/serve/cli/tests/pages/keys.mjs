// The main tasks by keyboard alone: what has the focus is seen, and nothing holds it.
//
// node keys.mjs BASE STATE YEAR

import { readFileSync } from "node:fs";
import { go, has, must, person, start, steps, stop } from "./browser.mjs";

const [base, stateFile, year] = process.argv.slice(2);
const state = JSON.parse(readFileSync(stateFile, "utf8"));
const TABS_MAX = 400;
const STOPS_LOOKED_AT = 60;
const OTHERS = ["/account", "/account/feeds", "/password", "/admin/units", "/admin/organisations", "/admin/audit", "/admin/backup"];
const OTHERS_OF_YEAR = ["/findings", "/clarifications", "/amendments/plan", "/assignments/import", "/money/portfolio"];

await start();
const { page, wrongs } = await person(base, { state });

const focused = () =>
  page.evaluate(() => {
    const one = document.activeElement;
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    // Inside a field for dates the browser marks the part that has the focus itself.
    const shown = one.type === "date" || style.outlineStyle !== "none" || style.boxShadow !== "none";
    return { tag: one.tagName, name: one.getAttribute("name"), text: one.innerText?.trim() ?? "", href: one.getAttribute("href"), label: one.getAttribute("aria-label"), shown, seen: box.width > 0 && box.height > 0 };
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
  ["an assignment is searched for and found", async () => {
    await go(page, year);
    await tabTo("the search", (one) => one.name === "q");
    await page.keyboard.type("fortøyninger");
    await press("Enter");
    await tabTo("a hit", (one) => /\/objects\/assignment-\d+/.test(one.href ?? ""));
    await press("Enter");
  }],
  ["an earlier day is chosen, and today again", async () => {
    await go(page, `${year}/assignments`);
    await tabTo("the day", (one) => one.name === "as-of");
    await page.locator('[name="as-of"]').fill("2026-01-20");
    await tabTo("the button beside the day", (one) => one.tag === "BUTTON");
    await press("Enter");
    must(page.url().includes("as-of=2026-01-20"), `the earlier day is at ${page.url()}`);
    await tabTo("the way back to today", (one) => one.href === `${year}/assignments`);
    await press("Enter");
  }],
  ["a finding is put on the list of points to clarify", async () => {
    await go(page, `${year}/findings`);
    await tabTo("the button of a finding", (one) => one.tag === "BUTTON" && one.label !== null);
    await press("Enter");
    await go(page, `${year}/clarifications`);
    must((await page.locator("main li").count()) > 0, "the list of points to clarify is empty");
  }],
  ["the steward is looked up", async () => {
    await go(page, "/");
    await tabTo("the administration", (one) => one.href === "/admin");
    await press("Enter");
    await tabTo("the people", (one) => one.href === "/admin/people");
    await press("Enter");
    await tabTo("the steward", (one) => one.text === "Stine Styrer");
    await press("Enter");
  }],
  ["every stop of every page is seen", async () => {
    await go(page, year);
    const pages = await page.$$eval("nav.pages a", (all) => all.map((link) => link.getAttribute("href")));
    must(pages.length >= 10, `the navigation has ${pages.length} pages`);
    for (const address of [...pages, ...OTHERS, ...OTHERS_OF_YEAR.map((end) => year + end)]) {
      await go(page, address);
      let stops = 0;
      await tabTo("the end", (one) => {
        stops += 1;
        return one.tag === "BODY" || stops >= STOPS_LOOKED_AT;
      });
    }
  }],
]);
must(wrongs.length === 0, wrongs.join("\n"));
await stop();
