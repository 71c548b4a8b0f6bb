// What the agency shows its ministry: a steward is let in, sees what is shared and nothing else.

import { go, has, lacks, must, person, send, shot } from "./browser.mjs";

const PASSWORD = "sju måker på ei stolpe";
const SHARED = "Delt: målepunktene er valgt";
const INTERNAL = "Internt: vi rekker det neppe";

/** The steps, and the steward's browser when they have been taken. `at` is told of when the steps run. */
export function ministry(base, kari, script, at) {
  const { page } = kari;
  const stine = {};
  const fill = async (where, values) => {
    for (const [name, value] of Object.entries(values)) await where.locator(`main [name="${name}"]`).first().fill(value);
  };
  const report = async (address, comment) => {
    await go(page, address);
    await page.locator('main [name="status"]').first().selectOption({ index: 2 });
    await fill(page, { comment });
    await send(page, 'main form[action$="/status"]');
    await has(page, comment);
  };
  const given = {};
  const all = [
    ["a steward of the ministry is registered", async () => {
      await go(page, "/admin/people");
      await shot(page, "people");
      await page.locator('main form[action="/admin/people"] [name="name"]').fill("Stine Styrer");
      await page.locator('[name="organisation"]').selectOption({ label: "Fjordisdepartementet" });
      await send(page, 'main form[action="/admin/people"]');
      must(/\/admin\/people\/person-\d+/.test(page.url()), `after the registration one is at ${page.url()}`);
      given.person = new URL(page.url()).pathname;
      await page.locator('[name="role"]').last().selectOption("steward");
      await send(page, 'main form[action$="/roles"]');
      await has(page, "Etatsstyrer");
    }],
    ["an account is made, its code is shown once", async () => {
      await fill(page, { login: "stine" });
      await send(page, 'main form[action$="/account"]');
      given.code = await page.locator("dl.secret dd").last().innerText();
      await go(page, given.person);
      must(!(await page.content()).includes(given.code), "the code of the account is shown twice");
    }],
    ["an assignment is shared, what comes after is not", async () => {
      await report(at.assignment, SHARED);
      await page.locator('section.sharing button[value="share"]').click();
      await page.waitForLoadState();
      await go(page, at.assignment);
      must((await page.locator('section.sharing button[value="take-back"]').count()) === 1, "the assignment is not shared");
      await report(at.assignment, INTERNAL);
      await report(at.other, INTERNAL);
      await shot(page, "shared");
    }],
    ["the steward logs in by the code", async () => {
      Object.assign(stine, await person(base, { script }));
      await go(stine.page, "/log-in/code");
      await fill(stine.page, { login: "stine", code: given.code, password: PASSWORD });
      await send(stine.page, 'main form[action="/log-in/code"]');
      must(new URL(stine.page.url()).pathname === "/", `after the log-in one is at ${stine.page.url()}`);
      await shot(stine.page, "steward-front");
    }],
    ["the steward sees what is shared and nothing else", async () => {
      await stine.page.locator(`main a[href="${at.year}"]`).first().click();
      await stine.page.waitForLoadState();
      await shot(stine.page, "steward-overview");
      await stine.page.locator(`main a[href="${at.assignment}"]`).first().click();
      await stine.page.waitForLoadState();
      await has(stine.page, SHARED);
      await lacks(stine.page, INTERNAL);
      await shot(stine.page, "steward-object");
      await go(stine.page, at.other);
      await lacks(stine.page, INTERNAL);
      for (const inner of [`${at.year}/sharing`, `${at.year}/history`, `${at.year}/amendments`, "/admin/backup"]) {
        const status = (await stine.page.goto(inner)).status();
        must([403, 404].includes(status), `to the steward ${inner} answers ${status}`);
      }
      await go(stine.page, "/admin/people");
      await has(stine.page, "Stine Styrer");
      await lacks(stine.page, "Kari Nordmann");
    }],
  ];
  return { all, stine };
}
