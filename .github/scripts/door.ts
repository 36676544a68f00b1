/**
 * The doors of the bundles: dist/index.js and dist/cli/index.js. A bundle cannot say itself that the Node is too old,
 * since that Node may not even parse it, and imports come before every statement. So the door stands alone, in words
 * that Node has understood since version 14.8, and loads the bundle beside it.
 */
import { createRequire } from "node:module";

const { NEEDED } = createRequire(import.meta.url)("./require-node.cjs") as { readonly NEEDED: number };

/** The bundle, beside its door. */
export const BUNDLE = "mx-gate.js";

/**
 * The text of a door.
 * @param kind the Action's tells as an annotation, the command's on stderr
 */
export function doorText(kind: "action" | "command"): string {
  const tell =
    kind === "action" ? 'console.log("::error title=Mail gate::" + complaint)' : "console.error(complaint)";
  return `${kind === "command" ? "#!/usr/bin/env node\n" : ""}// Written by .github/scripts/door.ts. An older Node may not even parse ${BUNDLE}.
var found = process.versions.node;
if (parseInt(found, 10) < ${String(NEEDED)}) {
  var complaint = "MX Gate needs Node ${String(NEEDED)} or newer; this is " + found + ".";
  ${tell};
  process.exitCode = 2;
} else {
  // Awaited: a run that never ends is no success.
  await import("./${BUNDLE}");
}
export {};
`;
}
