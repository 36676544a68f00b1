/** The scenes: each sets its network up and runs the product in it. Started by `play`, in a namespace. */
import { ciScenes } from "./ci-scenes.ts";
import { egressScenes } from "./reach-egress-scenes.ts";
import { etiquetteScenes } from "./etiquette-scenes.ts";
import { proxyScenes } from "./reach-proxy-scenes.ts";
import { recipeScenes } from "./recipe-scenes.ts";
import { serverScenes } from "./reach-server-scenes.ts";
import { Stage } from "./reach-stage.ts";

export type Scene = (stage: Stage) => Promise<unknown>;

const scenes: Readonly<Record<string, Scene>> = {
  ...ciScenes,
  ...egressScenes,
  ...etiquetteScenes,
  ...proxyScenes,
  ...recipeScenes,
  ...serverScenes,
};

const name = process.env["MX_GATE_SCENE"] ?? "";
const scene = scenes[name];
if (scene === undefined) throw new Error(`There is no scene "${name}".`);
const stage = new Stage();
try {
  const found = JSON.stringify(await scene(stage));
  stage.close();
  process.stdout.write(found, () => process.exit(0));
} catch (error) {
  stage.close();
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}
