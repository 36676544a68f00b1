/** Where a policy asks for less than the defaults do: every report says so. */
import { describe, isCode } from "../../judge/diagnostics/registry.ts";
import type { PolicySilences, RulePlace } from "../../judge/policy.ts";
import { isLower } from "../../judge/verdict.ts";
import { isSetByInput, positionIn, scopeWords, type Layers } from "./in-force.ts";
import { ALL_SETTING_NAMES, settings as definitions, type Setting, type Settings } from "../settings.ts";
import type { FilePosition } from "../../text/file-position.ts";

/** Values that hold together, with where they stand. */
interface Layer {
  readonly values: Partial<Settings>;
  readonly scope: string;
  readonly positionOf: (name: string) => FilePosition | undefined;
}

/** The top of the policy with the inputs, then every override; what an input decides is the input's alone. */
function layersOf(layers: Layers): Layer[] {
  const top: Layer = {
    values: layers.settings,
    scope: "",
    positionOf: (name) => positionIn(layers, name),
  };
  const overrides = layers.overrides.map((override): Layer => {
    const { values, positions } = override;
    const severity = Object.entries((values as Partial<Settings>).severity ?? {});
    return {
      values: {
        ...Object.fromEntries(Object.entries(values).filter(([name]) => !isSetByInput(layers, name))),
        severity: Object.fromEntries(severity.filter(([code]) => !isSetByInput(layers, `severity ${code}`))),
      },
      scope: scopeWords(override),
      positionOf: (name) => positions.get(name),
    };
  });
  return [top, ...overrides];
}

/**
 * What a policy turns off or lowers, in the order in which it stands there.
 * @param probing false where nothing is probed: then settings about probing change nothing
 */
export function silencesOf(layers: Layers, probing: boolean): PolicySilences {
  const all = layersOf(layers);
  const place = ({ scope, positionOf }: Layer, name: string): RulePlace => {
    const position = positionOf(name);
    return { scope, ...(position !== undefined && { position }) };
  };
  const codes = all.flatMap((layer) =>
    Object.entries(layer.values.severity ?? {}).flatMap(([code, level]) =>
      isCode(code) && isLower(level, describe(code).severity)
        ? [{ code, level, ...place(layer, `severity ${code}`) }]
        : [],
    ),
  );
  const settings = all.flatMap((layer) =>
    ALL_SETTING_NAMES.flatMap((name) => {
      const definition: Setting = definitions[name];
      if (definition.kind === "probe" && !probing) return [];
      const value = layer.values[name];
      // What this run is told to do by an input stands in the workflow that asks for it.
      if (
        value === undefined ||
        layer.positionOf(name) === undefined ||
        definition.asksLess?.(value) !== true
      )
        return [];
      return [{ name, value: valueWords(value), ...place(layer, name) }];
    }),
  );
  return { codes, settings };
}

/** A value as it might be written: `off`, `mx, connect`, `7 days`. */
function valueWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(", ");
  if (typeof value !== "object" || value === null) return String(value);
  const { days, percent } = value as { days?: number; percent?: number };
  return days === undefined ? `${String(percent)}%` : `${String(days)} days`;
}
