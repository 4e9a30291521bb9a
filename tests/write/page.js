// Opens a page in Chromium as readers do: with a mouse, with the Tab key, wide and
// narrow, light and dark, on paper. Fails with what is wrong; with a third argument
// (a folder) the screenshots are kept there.
const [, , page_path, modules, keep] = process.argv;
const puppeteer = require(`${modules}/puppeteer-core`);
const fs = require("fs");

const fail = (why) => {
  throw new Error(why);
};

const shot = async (page, name) => {
  const image = Buffer.from(await page.screenshot());
  if (keep) fs.writeFileSync(`${keep}/${name}.png`, image);
  return image;
};

// What the box of ::after or ::before is and says.
const tip = (element, which) =>
  element.evaluate((e, pseudo) => {
    const style = getComputedStyle(e, pseudo);
    return { text: style.content, position: style.position };
  }, which);

const expectTip = async (element, which, expected, how) => {
  const shown = await tip(element, which);
  if (!shown.text.includes(expected)) fail(`${how}: "${shown.text}" does not say "${expected}"`);
  if (shown.position === "static") fail(`${how}: no tip`);
};

const expectNoScroll = async (page, how) => {
  const [inner, scroll] = await page.evaluate(() => [
    document.documentElement.clientWidth,
    document.documentElement.scrollWidth,
  ]);
  if (scroll > inner) fail(`${how}: the page is ${scroll} wide in a window of ${inner}`);
};

const checkMouse = async (page, width) => {
  await page.setViewport({ width, height: 900 });
  await page.mouse.move(0, 0);
  await expectNoScroll(page, `width ${width}`);
  const before = await shot(page, `plain-${width}`);
  const forms = await page.$$(".text abbr");
  for (const [i, form] of forms.entries()) {
    await form.evaluate((e) => e.scrollIntoView({ block: "center" }));
    await form.hover();
    const title = await form.evaluate((e) => e.title);
    await expectTip(form, "::after", title.slice(0, 20), `hover at ${width}`);
    await expectNoScroll(page, `width ${width}, hovering over form ${i + 1}`);
  }
  if (forms.length) {
    await forms[Math.floor(forms.length / 2)].hover();
    if (before.equals(await shot(page, `hover-${width}`))) fail(`width ${width}: hovering shows nothing`);
  }
  return forms.length;
};

const checkKeyboard = async (page) => {
  await page.setViewport({ width: 1200, height: 900 });
  await page.mouse.move(0, 0);
  const stops = await page.$$eval(".text [tabindex]", (all) => all.length);
  for (let i = 0; i < stops; i++) {
    await page.keyboard.press("Tab");
    const element = await page.evaluateHandle(() => document.activeElement);
    const [title, form] = await element.evaluate((e) => [e.title, e.matches("abbr, .k")]);
    if (!title) fail(`stop ${i + 1} of the Tab key has no title`);
    await expectTip(element, form ? "::after" : "::before", title.slice(0, 20), `Tab ${i + 1}`);
  }
  await shot(page, "keyboard");
};

// Contrast of the text on the paper and on every colour of the legend (WCAG: 4.5).
const checkContrast = async (page, scheme) => {
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.mouse.move(0, 0);
  await shot(page, scheme);
  const worst = await page.evaluate(() => {
    const light = (css) => {
      const [r, g, b] = css.match(/[\d.]+/g).slice(0, 3).map((v) => {
        v /= 255;
        return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const style = (e, pseudo) => getComputedStyle(e, pseudo);
    const body = style(document.body);
    const found = [["paper", ratio(light(body.color), light(body.backgroundColor))]];
    for (const e of document.querySelectorAll(".e")) {
      found.push([e.className, ratio(light(style(e).color), light(style(e).backgroundColor))]);
      if (e.closest(".text"))
        found.push([`label of ${e.className}`,
                    ratio(light(style(e, "::after").color), light(style(e).backgroundColor))]);
    }
    return found.sort((a, b) => a[1] - b[1])[0];
  });
  if (worst[1] < 4.5) fail(`${scheme}: contrast of ${worst[0]} is ${worst[1].toFixed(2)}`);
};

const checkPaper = async (page) => {
  await page.emulateMediaType("print");
  const missing = await page.$$eval(".text abbr", (all) =>
    all.filter((e) => !getComputedStyle(e, "::after").content.includes(e.title.slice(0, 20))).length);
  if (missing) fail(`in print ${missing} forms do not say what they stand for`);
  const tips = await page.$$eval(".text [tabindex]", (all) =>
    all.filter((e) => ["::before", "::after"].some(
      (pseudo) => getComputedStyle(e, pseudo).position !== "static")).length);
  if (tips) fail(`in print ${tips} tips stay open`);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
  if (keep) fs.writeFileSync(`${keep}/page.pdf`, pdf);
};

(async () => {
  const browser = await puppeteer.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
  });
  try {
    const page = await browser.newPage();
    const trouble = [];
    page.on("console", (message) => trouble.push(message.text()));
    page.on("request", (r) => r.url().startsWith("file:") || trouble.push(`asks for ${r.url()}`));
    await page.goto(`file://${page_path}`);
    let forms = 0;
    for (const width of [320, 800, 1200]) forms = await checkMouse(page, width);
    await checkKeyboard(page);
    for (const scheme of ["light", "dark"]) await checkContrast(page, scheme);
    await checkPaper(page);
    if (trouble.length) fail(trouble.join("; "));
    console.log(forms);
  } finally {
    await browser.close();
  }
})().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
