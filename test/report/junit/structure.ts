/**
 * Reads JUnit XML strictly and holds it against the rules of test/schema/junit.xsd, where no xmllint is at hand.
 * test/mta/junit-readers.test.ts asks xmllint and a real reader the same.
 */
import assert from "node:assert/strict";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Characters that XML 1.0 does not allow. */
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function decoded(text: string): string {
  assert.doesNotMatch(text, /&(?!(?:lt|gt|amp|quot|apos|#x[0-9A-F]+|#\d+);)|</, "markup in text");
  return text.replaceAll(
    /&(?:#x([0-9A-F]+)|#(\d+)|(\w+));/g,
    (_, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return ENTITIES[name ?? ""] ?? "";
    },
  );
}

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  const rest = source.replaceAll(/\s+([\w-]+)="([^"<]*)"/g, (_, name: string, value: string) => {
    assert.ok(!(name in attributes), `${name} twice`);
    attributes[name] = decoded(value);
    return "";
  });
  assert.equal(rest.trim(), "", "an attribute that is none");
  return attributes;
}

/** The root element. Fails where the text is not well-formed. */
export function readXml(xml: string): Element {
  assert.doesNotMatch(xml, ILLEGAL);
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  assert.ok(xml.startsWith(declaration));
  interface Open {
    name: string;
    attributes: Record<string, string>;
    children: Element[];
    text: string;
  }
  const root: Open = { name: "", attributes: {}, children: [], text: "" };
  const stack: Open[] = [root];
  const top = (): Open => stack.at(-1) ?? assert.fail("an end without a start");
  const token = /<!\[CDATA\[([^]*?)\]\]>|<(\/?)([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  token.lastIndex = declaration.length;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const found = token.exec(xml);
    assert.ok(found, `no XML at ${JSON.stringify(xml.slice(at, at + 60))}`);
    const [, data, end, name = "", attributes = "", empty, text] = found;
    if (data !== undefined) top().text += data;
    else if (text !== undefined) {
      assert.ok(!text.includes("]]>"));
      top().text += decoded(text);
    } else if (end === "/") {
      const closed = stack.pop();
      assert.equal(closed?.name, name);
    } else {
      const element: Open = { name, attributes: readAttributes(attributes), children: [], text: "" };
      top().children.push(element);
      if (empty !== "/") stack.push(element);
    }
  }
  assert.equal(stack.length, 1, "an element without an end");
  const [only, ...others] = root.children;
  assert.ok(only !== undefined && others.length === 0);
  return only;
}

function hasAttributes(element: Element, names: readonly string[]): void {
  assert.deepEqual(
    Object.keys(element.attributes).sort(),
    [...names].sort(),
    `attributes of <${element.name}>`,
  );
  for (const name of names) {
    const value = element.attributes[name] ?? "";
    if (name === "time") assert.match(value, /^\d+(?:\.\d{1,3})?$/);
    else if (["tests", "failures", "errors", "skipped"].includes(name)) assert.match(value, /^\d+$/);
    else if (name === "timestamp") assert.match(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/);
    else if (name === "type") assert.match(value, /^[a-z0-9.-]+$/);
    else assert.notEqual(value, "");
  }
}

function isCase(element: Element): void {
  assert.equal(element.name, "testcase");
  hasAttributes(element, ["classname", "name", "time"]);
  const kinds = element.children.map((child) => child.name).join(" ");
  assert.ok(["", "failure", "error", "skipped system-out", "system-out"].includes(kinds), kinds);
  for (const child of element.children) {
    assert.deepEqual(child.children, []);
    hasAttributes(child, child.name === "failure" || child.name === "error" ? ["message", "type"] : []);
    if (child.name !== "skipped") assert.notEqual(child.text, "");
  }
}

/** Cases of an element with a child of that name. */
export function casesWith(element: Element, kind: string): Element[] {
  const cases =
    element.name === "testcase" ? [element] : element.children.flatMap((child) => casesWith(child, kind));
  return cases.filter((one) => one.name === "testcase" && one.children.some((child) => child.name === kind));
}

function hasRightTotals(element: Element, cases: readonly Element[]): void {
  assert.equal(Number(element.attributes["tests"]), cases.length);
  for (const [attribute, kind] of [
    ["failures", "failure"],
    ["errors", "error"],
    ["skipped", "skipped"],
  ] as const) {
    if (attribute in element.attributes) {
      assert.equal(Number(element.attributes[attribute]), casesWith(element, kind).length, attribute);
    }
  }
}

/** Fails where the XML breaks a rule of test/schema/junit.xsd, or where a total is wrong. Gives the root. */
export function readJunit(xml: string): Element {
  const root = readXml(xml);
  assert.equal(root.name, "testsuites");
  hasAttributes(root, ["name", "time", "tests", "failures", "errors"]);
  const identities = new Set<string>();
  for (const suite of root.children) {
    assert.equal(suite.name, "testsuite");
    hasAttributes(suite, ["name", "timestamp", "time", "tests", "failures", "errors", "skipped"]);
    for (const one of suite.children) {
      isCase(one);
      const identity = `${one.attributes["classname"] ?? ""}\n${one.attributes["name"] ?? ""}`;
      assert.ok(!identities.has(identity), `twice: ${identity}`);
      identities.add(identity);
    }
    hasRightTotals(suite, suite.children);
  }
  hasRightTotals(
    root,
    root.children.flatMap((suite) => suite.children),
  );
  return root;
}
