/** Where things are. */
import { join } from "node:path";

/** Folder of the project. */
export const ROOT = join(import.meta.dirname, "../../..");
/** Folder of the doors, `cli.ts` and `action.ts`. */
export const SOURCES = join(ROOT, "src");
/** What Node has compiled of the sources, so that only the first of many processes has to. */
export const COMPILE_CACHE = join(ROOT, "node_modules/.cache/mx-gate-tests");
