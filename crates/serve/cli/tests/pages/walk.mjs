// A controller's first day, from an empty journal to a year that is run.
//
// node walk.mjs BASE LETTER.md CODE STATE [--no-script]: CODE is what the server printed for the set-up; the cookies
// of the controller are kept in the file STATE.json, those of the steward in STATE-steward.json.

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { go, has, lacks, must, person, send, shot, start, steps, stop } from "./browser.mjs";
import { printed } from "./letter.mjs";
import { ministry } from "./ministry.mjs";

const [base, file, code, stateFile] = process.argv.slice(2);
const script = !process.argv.includes("--no-script");
const PASSWORD = "tre små kister og ei bru";
const SUPPLEMENT = fileURLToPath(new URL("supplement.md", import.meta.url));
// A day after the letter and before its supplement.
const BEFORE = "2026-01-20";

await start();
const kari = await person(base, { script });
const { context, page, wrongs } = kari;
const at = {};
const { all: showing, stine } = ministry(base, kari, script, at);

const fill = async (values) => {
  for (const [name, value] of Object.entries(values)) await page.locator(`[name="${name}"]`).fill(value);
};

await steps([
  ["the set-up", async () => {
    await go(page, "/");
    must(new URL(page.url()).pathname === "/set-up", `the front page of an empty journal is ${page.url()}`);
    await shot(page, "set-up");
    await fill({ name: "Kari Nordmann", agency: "Isfjordverket", login: "kari", password: PASSWORD, code });
    await send(page, 'form[action="/set-up"]');
    must(new URL(page.url()).pathname === "/", `after the set-up one is at ${page.url()}`);
  }],
  ["a PDF is sent in and understood", async () => {
    const pdf = await printed(context, file, "5. januar 2026");
    await page.locator('input[type="file"]').setInputFiles({ name: "brev.pdf", mimeType: "application/pdf", buffer: pdf });
    await send(page, 'form[action="/letters"]');
    must(/\/letters\/[0-9a-f]{64}/.test(page.url()), `after the upload one is at ${page.url()}`);
    must((await page.locator(".finding").count()) > 0, "no finding is shown");
    await shot(page, "reading");
  }],
  ["the year is started", async () => {
    await page.locator('[name="simulated"]').check();
    await send(page, "form.start");
    at.year = new URL(page.url()).pathname;
    must(/^\/years\/organisation-\d+\/\d{4}$/.test(at.year), `after the start one is at ${page.url()}`);
    await has(page, "Simulerte data");
    await shot(page, "overview");
  }],
  ["a finding is accepted with a reason", async () => {
    await go(page, `${at.year}/findings`);
    await shot(page, "findings");
    await page.locator(".finding .buttons a").first().click();
    await page.waitForLoadState();
    await page.locator('form[action$="/accept"] [name="reason"]').fill("Departementet vet det og retter det i vår");
    await send(page, 'main form[action$="/accept"]');
    await has(page, "Departementet vet det og retter det i vår");
    await shot(page, "finding");
  }],
  ["an assignment gets an owner", async () => {
    await go(page, `${at.year}/assignments`);
    await shot(page, "assignments");
    const links = await page.$$eval("main tbody th a", (all) => all.map((link) => link.getAttribute("href")));
    [at.assignment, at.other] = links;
    await go(page, at.assignment);
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
  ["a supplement shows only what it changes, and is confirmed", async () => {
    await go(page, `${at.year}/amendments`);
    await page.locator('main [name="file"]').setInputFiles(SUPPLEMENT);
    await send(page, 'main form[action$="/amendments"]');
    must(page.url().includes("/amendments/new/"), `after the upload one is at ${page.url()}`);
    await has(page, "Ingenting er lagret ennå.");
    await shot(page, "supplement");
    for (const text of ["1953 post 72", "Prøveordning med nattlos"]) await has(page, text);
    await lacks(page, "Rydding av gamle fortøyninger");
    await send(page, "form#confirm");
    await has(page, "Tatt inn.");
    await shot(page, "supplement-taken-in");
  }],
  ["the plan is shown as it was before", async () => {
    const plan = `${at.year}/amendments/plan`;
    await go(page, plan);
    await has(page, "Prøveordning med nattlos");
    await page.locator('form.day [name="as-of"]').fill(BEFORE);
    await send(page, "form.day");
    must(page.url().endsWith(`as-of=${BEFORE}`), `the plan of an earlier day is at ${page.url()}`);
    await has(page, "Rydding av gamle fortøyninger");
    await lacks(page, "Prøveordning med nattlos");
    await go(page, `${at.assignment}?as-of=${BEFORE}`);
    must((await page.locator('main form[method="post"]').count()) === 0, "an earlier day can be changed");
  }],
  ...showing,
  ["a feed is fetched without logging in, until it is revoked", async () => {
    await go(page, "/account/feeds");
    await page.locator('[name="label"]').fill("Kalenderen på kontoret");
    await page.locator('[name="scope"]').selectOption("organisation-1");
    await send(page, 'main form[action="/account/feeds"]');
    const secret = await page.locator("code.secret").innerText();
    const feed = await fetch(secret);
    must(feed.status === 200, `the feed answers ${feed.status}`);
    must((await feed.text()).includes("BEGIN:VEVENT"), "the feed has no day in it");
    await send(page, 'main form[action="/account/feeds/revoke"]');
    const revoked = await fetch(secret);
    must(revoked.status === 404, `the revoked feed answers ${revoked.status}`);
  }],
]);

must(wrongs.length === 0, wrongs.join("\n"));
must(stine.wrongs.length === 0, stine.wrongs.join("\n"));
writeFileSync(stateFile, JSON.stringify(await context.storageState()));
writeFileSync(stateFile.replace(/\.json$/, "-steward.json"), JSON.stringify(await stine.context.storageState()));
writeFileSync(stateFile.replace(/json$/, "txt"), `${at.year}\n${at.assignment}\n`);
await stop();
