/** Reads metrics by the rules of OpenMetrics 1.0 and of `promtool check metrics`. */
import assert from "node:assert/strict";

export interface Metric {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const SAMPLE =
  /^([a-z][a-z0-9_]*)(?:\{((?:[a-z_]+="(?:[^"\\\n]|\\[\\"n])*",?)*)\})? (-?\d+(?:\.\d+)?(?:e-\d+)?)$/;

function labelsOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"/g)];
  const labels = Object.fromEntries(
    pairs.map(([, name = "", value = ""]) => [name, value.replaceAll(/\\(.)/g, "$1")]),
  );
  assert.equal(Object.keys(labels).length, pairs.length, `a label twice: ${text}`);
  return labels;
}

/** promtool's rules for a gauge's name: base units, and no suffix of another type. */
function isWellNamed(name: string): void {
  assert.doesNotMatch(name, /_(?:total|count|sum|bucket|info|created)$|gauge|counter|histogram|summary/);
  assert.doesNotMatch(name, /_(?:minutes|hours|days|weeks|milliseconds|ms|kb|mb|kilobytes|percent)(?:_|$)/);
}

/** The samples of a text; fails where a rule is broken. */
export function readMetrics(text: string): Metric[] {
  assert.ok(text.endsWith("# EOF\n"));
  const samples: Metric[] = [];
  const families = new Set<string>();
  const series = new Set<string>();
  let family = "";
  let pending: string | undefined;
  for (const line of text.slice(0, -"# EOF\n".length).split("\n").slice(0, -1)) {
    const help = /^# HELP ([a-z_]+) [A-Z1].*[.]$/.exec(line)?.[1];
    const type = /^# TYPE ([a-z_]+) gauge$/.exec(line)?.[1];
    if (help !== undefined) {
      assert.ok(!families.has(help), `${help} twice`);
      families.add(help);
      isWellNamed(help);
      pending = help;
    } else if (type !== undefined) {
      assert.equal(type, pending, "a TYPE behind its HELP");
      family = type;
    } else {
      const [, name = "", labels = "", value = ""] = SAMPLE.exec(line) ?? assert.fail(line);
      assert.equal(name, family, "the samples of a family in one block");
      assert.ok(!series.has(`${name}{${labels}}`), line);
      series.add(`${name}{${labels}}`);
      samples.push({ name, labels: labelsOf(labels), value: Number(value) });
    }
  }
  return samples;
}
