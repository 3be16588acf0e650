// The page in a real browser: page.mjs FOLDER PAGE...
//
// Opens each page in Chromium at 360 and 1400 pixels, dark and light, in print, with the keyboard
// alone; runs axe over it; and looks that nothing of a hostile draft ran and nothing was fetched.
// Screenshots go to FOLDER. Prints TAP.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";

// Where the packages are: they are no part of the project.
const from = createRequire(pathToFileURL(resolve(process.env.NODE_MODULES, "x.js")));
const puppeteer = from("puppeteer-core");
const axe = readFileSync(from.resolve("axe-core/axe.min.js"), "utf8");

const [folder, ...pages] = process.argv.slice(2);
let failed = false;

function check(name, bad) {
    failed ||= bad.length > 0;
    console.log(`${bad.length ? "not ok" : "ok"} ${name}`);
    for (const line of bad.slice(0, 8)) console.log(`#   ${line}`);
}

const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"],
});

// A tab that writes down what a page must not do.
async function open(file, width, scheme) {
    const tab = await browser.newPage();
    const wrong = [];

    tab.on("dialog", (d) => (wrong.push(`dialog: ${d.message()}`), d.dismiss()));
    tab.on("pageerror", (e) => wrong.push(`error: ${e.message}`));
    tab.on("console", (m) => wrong.push(`console: ${m.text()}`));
    tab.on("request", (r) => r.url().startsWith("file:") || wrong.push(`fetches ${r.url()}`));
    await tab.setViewport({ width, height: 900 });
    await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await tab.goto(pathToFileURL(resolve(file)));
    return [tab, wrong];
}

// What sticks out of the page, and is not meant to scroll by itself.
const tooWide = () => {
    const page = document.documentElement;

    return page.scrollWidth <= page.clientWidth
        ? []
        : [...document.querySelectorAll("body *")]
              .filter((e) => e.getBoundingClientRect().right > page.clientWidth + 1)
              .map((e) => `${e.tagName} ${e.className}: ${e.textContent.slice(0, 40)}`)
              .concat("the page scrolls sideways");
};

async function accessible(tab) {
    // The page's policy forbids scripts: axe runs in a world of its own.
    const client = await tab.createCDPSession();
    const { frameTree } = await client.send("Page.getFrameTree");
    const world = await client.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id });
    const run = (expression) =>
        client.send("Runtime.evaluate", {
            contextId: world.executionContextId,
            awaitPromise: true,
            returnByValue: true,
            expression,
        });

    await run(`${axe};0`);
    const { result } = await run(
        "axe.run().then(r => r.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html}`)))",
    );
    return result.value ?? ["axe did not run"];
}

// The page's upper part: Chromium takes no picture of a very long one.
async function picture(tab, path, width) {
    const tall = await tab.evaluate(() => document.documentElement.scrollHeight);

    await tab.screenshot({
        path,
        captureBeyondViewport: true,
        clip: { x: 0, y: 0, width, height: Math.min(tall, 12000) },
    });
}

// Tab goes through all that can be used, each seen, in the order of the page, and out again.
async function keyboard(tab) {
    const wrong = [];
    const wanted = await tab.evaluate(
        () =>
            [...document.querySelectorAll("a[href], summary, button, [tabindex='0']")].filter((e) =>
                e.checkVisibility({ contentVisibilityAuto: true }),
            ).length,
    );
    let seen = 0;

    for (let last = -1; seen <= wanted + 1; seen++) {
        await tab.keyboard.press("Tab");
        const at = await tab.evaluate(() => {
            const e = document.activeElement;
            const style = getComputedStyle(e);
            const all = [...document.querySelectorAll("*")];

            return {
                index: e === document.body ? -1 : all.indexOf(e),
                shown: style.outlineStyle !== "none" && e.getBoundingClientRect().width > 0,
                html: e.outerHTML.slice(0, 80),
            };
        });
        if (at.index < 0 || at.index < last) break;
        if (!at.shown) wrong.push(`no outline: ${at.html}`);
        last = at.index;
    }
    if (seen < wanted) wrong.push(`${seen} of ${wanted} were reached`);
    return wrong;
}

mkdirSync(folder, { recursive: true });
for (const file of pages) {
    const name = basename(file, ".html");

    for (const width of [360, 1400])
        for (const scheme of ["light", "dark"]) {
            const what = `${name} at ${width} px, ${scheme}`;
            const [tab, wrong] = await open(file, width, scheme);

            check(`${what}: nothing sticks out`, await tab.evaluate(tooWide));
            check(`${what}: axe finds nothing`, await accessible(tab));
            await picture(tab, `${folder}/${name}-${width}-${scheme}.png`, width);
            check(`${what}: nothing runs, nothing is fetched`, wrong);
            await tab.close();
        }
    const [tab, wrong] = await open(file, 1000, "light");

    check(`${name}: the keyboard reaches everything`, await keyboard(tab));
    if (await tab.$("table.drafts button")) {
        const column = (n) =>
            tab.$$eval(`nav > .wide table.drafts tbody tr > :nth-child(${n})`, (cells) =>
                cells.map((c) => c.textContent),
            );
        const before = await column(1);

        await tab.focus("nav > .wide th:first-child button");
        await tab.keyboard.press("Enter");
        const sorted = await column(1);
        check(
            `${name}: the overview is sorted by name`,
            sorted.join() === [...before].sort((a, b) => a.localeCompare(b)).join() ? [] : sorted,
        );
        check(`${name}: axe finds nothing then`, await accessible(tab));
    }
    await tab.emulateMediaType("print");
    check(`${name}: print fits the paper`, await tab.evaluate(tooWide));
    await tab.pdf({ path: `${folder}/${name}.pdf`, format: "A4" });
    check(`${name}: nothing ran`, wrong);
    await tab.close();
}
await browser.close();
process.exit(failed ? 1 : 0);
