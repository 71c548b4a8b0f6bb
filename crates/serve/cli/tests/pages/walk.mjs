// A controller's first day, from an empty journal to a year that is run.
//
// node walk.mjs BASE LETTER.md CODE STATE [--no-script]: CODE is what the server printed for the set-up; the cookies
// of who is logged in are kept in the file STATE.

import { writeFileSync } from "node:fs";
import { go, has, must, person, send, shot, start, steps, stop } from "./browser.mjs";
import { printed } from "./letter.mjs";

const [base, file, code, stateFile] = process.argv.slice(2);
const script = !process.argv.includes("--no-script");
const PASSWORD = "tre små kister og ei bru";

await start();
const { context, page, wrongs } = await person(base, { script });
let year;
let assignment;

const fill = async (values) => {
  for (const [name, value] of Object.entries(values)) await page.locator(`[name="${name}"]`).fill(value);
};

await steps([
  ["the set-up", async () => {
    await go(page, "/");
    must(new URL(page.url()).pathname === "/set-up", `the front page of an empty journal is ${page.url()}`);
    await shot(page, "set-up");
    await fill({ name: "Kari Nordmann", agency: "Isfjordverket", login: "kari", password: PASSWORD });
    if (await page.locator('[name="code"]').count()) await fill({ code });
    await send(page, 'form[action="/set-up"]');
    must(new URL(page.url()).pathname === "/", `after the set-up one is at ${page.url()}`);
  }],
  ["a PDF is sent in and understood", async () => {
    const pdf = await printed(context, file);
    await page.locator('input[type="file"]').setInputFiles({ name: "brev.pdf", mimeType: "application/pdf", buffer: pdf });
    await send(page, 'form[action="/letters"]');
    must(/\/letters\/[0-9a-f]{64}/.test(page.url()), `after the upload one is at ${page.url()}`);
    must((await page.locator(".finding").count()) > 0, "no finding is shown");
    await shot(page, "reading");
  }],
  ["the year is started", async () => {
    await page.locator('[name="simulated"]').check();
    await send(page, "form.start");
    year = new URL(page.url()).pathname;
    must(/^\/years\/organisation-\d+\/\d{4}$/.test(year), `after the start one is at ${page.url()}`);
    await has(page, "Simulerte data");
    await shot(page, "overview");
  }],
  ["an assignment gets an owner", async () => {
    await go(page, `${year}/assignments`);
    await page.locator("tbody th a").first().click();
    await page.waitForLoadState();
    assignment = new URL(page.url()).pathname;
    await page.locator('[name="owner"]').first().selectOption({ label: "Kari Nordmann" });
    await send(page, 'main form[action$="/owner"]');
    await has(page, "Kari Nordmann");
  }],
  ["its status is reported", async () => {
    await page.locator('[name="status"]').first().selectOption({ index: 2 });
    await page.locator('main [name="comment"]').first().fill("Venter på tall fra kommunene <b>nå</b>");
    await send(page, 'main form[action$="/status"]');
    await has(page, "Venter på tall fra kommunene <b>nå</b>");
    await shot(page, "assignment");
  }],
]);

must(wrongs.length === 0, wrongs.join("\n"));
writeFileSync(stateFile, JSON.stringify(await context.storageState()));
writeFileSync(stateFile.replace(/json$/, "txt"), `${year}\n${assignment}\n`);
await stop();
