// One browser with people in it: each has cookies of their own, and all that goes wrong on a page is written down.

import { chromium } from "playwright-core";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

const SHOTS = process.env.STYRBORD_SHOTS;
const PATIENCE_MS = 90_000;

let browser;

export async function start() {
  browser = await chromium.launch({
    executablePath: process.env.STYRBORD_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
}

export async function stop() {
  await browser?.close();
}

/** Lets somebody in; `script` says whether their browser runs scripts. */
export async function person(base, { script = true, scheme = "light", width = 1280, height = 900, state } = {}) {
  const context = await browser.newContext({
    baseURL: base,
    javaScriptEnabled: script,
    colorScheme: scheme,
    viewport: { width, height },
    locale: "nb-NO",
    storageState: state,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const wrongs = [];
  page.on("pageerror", (error) => wrongs.push(`script: ${error.message}`));
  page.on("console", (line) => {
    if (line.type() === "error" && !line.text().includes("status of 4")) wrongs.push(`console: ${line.text()}`);
  });
  page.on("request", (request) => {
    const to = request.url();
    if (!to.startsWith(base) && !to.startsWith("data:") && !to.startsWith("about:")) wrongs.push(`asks elsewhere: ${to}`);
  });
  return { context, page, wrongs };
}

/** Keeps a picture, when pictures are asked for. */
export async function shot(page, name) {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

export function must(holds, sentence) {
  if (!holds) throw new Error(sentence);
}

/** Goes to an address and says so when it is not there. */
export async function go(page, address, status = 200) {
  const response = await page.goto(address);
  must(response.status() === status, `${address} answers ${response.status()}, not ${status}`);
}

export async function has(page, words) {
  const text = await page.locator("body").innerText();
  must(text.includes(words), `no "${words}" on ${page.url()}:\n${text.slice(0, 1500)}`);
}

export async function lacks(page, words) {
  const text = await page.content();
  must(!text.includes(words), `"${words}" stands on ${page.url()}`);
}

/** Sends the form in which a button stands, and waits for the page that comes of it. */
export async function send(page, form, button) {
  const scope = form ? page.locator(form) : page.locator("main");
  const found = button ? scope.getByRole("button", { name: button, exact: true }) : scope.locator("button");
  await Promise.all([page.waitForLoadState("load"), page.waitForEvent("framenavigated"), found.first().click()]);
}

/** Runs the steps in their order; the first that fails is named. */
export async function steps(all) {
  for (const [name, step] of all) {
    try {
      await step();
      console.log(`ok    ${name}`);
    } catch (error) {
      console.log(`FAILED ${name}`);
      throw error;
    }
  }
}
