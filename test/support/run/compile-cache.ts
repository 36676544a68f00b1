/**
 * Loaded before the tests (`node --import`): what Node compiles is kept in node_modules, for the processes that tests are
 * and for those that they start. Loading the product takes longer than most tests.
 */
import { enableCompileCache } from "node:module";
import { COMPILE_CACHE } from "./locations.ts";

enableCompileCache(COMPILE_CACHE);
process.env["NODE_COMPILE_CACHE"] = COMPILE_CACHE;
