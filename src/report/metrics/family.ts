/** Families of metrics as text: the part of OpenMetrics that Prometheus' older text format shares. */
import { quote } from "../../text/quote.ts";

export type Labels = Readonly<Record<string, string | number>>;

export interface Sample {
  readonly labels: Labels;
  readonly value: number;
}

/** One family: its name, what it tells, and its samples. All of ours are gauges: each run starts anew. */
export interface Family {
  readonly name: string;
  readonly help: string;
  readonly samples: Iterable<Sample>;
}

/** A label's value between double quotes (OpenMetrics 1.0, escaped-string). */
function labelValue(text: string): string {
  return quote(text, Number.POSITIVE_INFINITY).replaceAll("\\", "\\\\").replaceAll('"', '\\"');
}

function labelsText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${labelValue(String(value))}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

/**
 * The lines of a family, its samples in one block; nothing where it has none. Of samples with the same labels the first
 * counts: a second one would make a reader refuse the whole file.
 */
export function* familyText({ name, help, samples }: Family): Generator<string> {
  const told = new Set<string>();
  for (const { labels, value } of samples) {
    const text = labelsText(labels);
    if (told.has(text)) continue;
    if (told.size === 0) yield `# HELP ${name} ${help}\n# TYPE ${name} gauge\n`;
    told.add(text);
    yield `${name}${text} ${String(value)}\n`;
  }
}
