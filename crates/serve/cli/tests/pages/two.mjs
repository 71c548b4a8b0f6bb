// Two people at the same object: who comes second is told, and loses nothing that was typed.
//
// node two.mjs BASE STATE ADDRESS

import { readFileSync } from "node:fs";
import { go, has, must, person, send, shot, start, steps, stop } from "./browser.mjs";

const [base, stateFile, address] = process.argv.slice(2);
const state = JSON.parse(readFileSync(stateFile, "utf8"));

await start();
const first = await person(base, { state });
const second = await person(base, { state, script: false });

await steps([
  ["both open the form", async () => {
    await go(first.page, address);
    await go(second.page, address);
  }],
  ["the first saves", async () => {
    await first.page.locator('main form[action$="/status"] [name="comment"]').fill("Den første var her");
    await send(first.page, 'main form[action$="/status"]');
    await has(first.page, "Den første var her");
  }],
  ["the second is told and keeps the words", async () => {
    await second.page.locator('main form[action$="/status"] [name="comment"]').fill("Ord som ingen skal miste");
    await send(second.page, 'main form[action$="/status"]');
    await has(second.page, "Noen andre har endret dette");
    const kept = await second.page.locator('main form[action$="/status"] [name="comment"]').inputValue();
    must(kept === "Ord som ingen skal miste", `what was typed became "${kept}"`);
    await has(second.page, "Den første var her");
    await shot(second.page, "conflict");
  }],
  ["and saves it when it still holds", async () => {
    await send(second.page, 'main form[action$="/status"]');
    await has(second.page, "Ord som ingen skal miste");
    await has(second.page, "Den første var her");
  }],
]);
await stop();
