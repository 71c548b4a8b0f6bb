// A letter as ministries send it: the example in Markdown, printed to PDF by the browser, with the day in its head.

import { marked } from "marked";
import { readFileSync } from "node:fs";

const STYLE = "body{font:11pt serif;margin:2cm} table{border-collapse:collapse} td,th{border:1px solid #000;padding:2pt 4pt;text-align:left}";

export async function printed(context, file, day) {
  const page = await context.newPage();
  const body = marked.parse(readFileSync(file, "utf8"));
  await page.setContent(`<!doctype html><html lang="nb"><head><title>Brev</title><style>${STYLE}</style></head><body><p>Dato: ${day}</p>${body}</body></html>`);
  const pdf = await page.pdf({ format: "A4", tagged: true, outline: true });
  await page.close();
  return pdf;
}
