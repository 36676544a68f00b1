/** Reads the HTML page as strictly as it is written: no element, attribute or address but its own. */
import assert from "node:assert/strict";

/** Elements of the page, with the attributes that each may have. */
const OURS: Readonly<Record<string, readonly string[]>> = {
  html: ["lang"],
  head: [],
  body: [],
  meta: ["charset", "name", "content", "http-equiv"],
  title: [],
  link: ["rel", "href"],
  header: [],
  main: [],
  footer: [],
  section: ["id"],
  div: ["id", "class", "role", "aria-label", "tabindex", "hidden"],
  h1: [],
  h2: [],
  p: ["id", "class", "role", "hidden"],
  span: ["class", "aria-hidden"],
  small: [],
  b: [],
  i: ["class", "aria-hidden"],
  br: [],
  code: [],
  a: ["href", "class", "rel", "tabindex", "aria-label"],
  dl: ["class"],
  dt: [],
  dd: [],
  details: ["id", "class", "open"],
  summary: [],
  form: ["id", "class", "role", "aria-label"],
  label: ["class"],
  input: ["id", "type", "list", "autocomplete", "spellcheck", "placeholder"],
  datalist: ["id"],
  select: ["id"],
  option: ["value"],
  output: ["id"],
  button: ["type", "class", "id", "hidden", "data-state", "aria-pressed"],
  noscript: [],
  figure: [],
  figcaption: [],
  svg: ["viewBox", "role", "aria-label"],
  rect: ["class", "x", "y", "width", "height"],
  path: ["class", "d"],
  circle: ["class", "cx", "cy", "r"],
  text: ["x", "y", "class"],
  table: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ["scope"],
  td: [],
};

/** Elements without an end. */
const VOID = new Set(["meta", "link", "br", "input", "rect", "path", "circle"]);

/** Where the page may lead: within itself, and where the run's own links point. */
const ADDRESS = /^(?:#|data:,$|https:\/\/example\.com\/)/;

/** Fails where the page has something that is not its own. Gives its data. */
export function holdPage(page: string): unknown {
  const start = page.indexOf("<body>");
  assert.match(page.slice(0, start), /^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n/);
  const data =
    /<script type="application\/json" id="data">([^]*?)<\/script>/.exec(page)?.[1] ?? assert.fail();
  assert.doesNotMatch(data, /<|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  const bare = page
    .replace(/<style>[^]*?<\/style>/, "")
    .replace(/<script type="application\/json" id="data">[^]*?<\/script>/, "")
    .replace(/<script>[^]*?<\/script>/, "")
    .replace("<!doctype html>", "");
  const open: string[] = [];
  const rest = bare.replaceAll(
    /<(\/?)([A-Za-z][A-Za-z0-9]*)((?: [A-Za-z-]+(?:="[^"<>]*")?)*)\/?>/g,
    (_, end: string, name: string, attributes: string) => {
      const allowed = OURS[name];
      assert.ok(allowed !== undefined, `<${name}>`);
      if (end === "/") assert.equal(open.pop(), name);
      else if (!VOID.has(name)) open.push(name);
      for (const [, attribute = "", value = ""] of attributes.matchAll(/ ([A-Za-z-]+)(?:="([^"]*)")?/g)) {
        assert.ok(allowed.includes(attribute), `<${name} ${attribute}>`);
        if (attribute === "href") assert.match(value, ADDRESS);
      }
      return "";
    },
  );
  assert.deepEqual(open, []);
  assert.doesNotMatch(rest, /[<>]/, "markup that is not the page's");
  assert.doesNotMatch(rest.replaceAll("\n", ""), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  return JSON.parse(data);
}
