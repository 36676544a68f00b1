/**
 * Prints the house as it stands: its rooms from the ground up, the imports between them by tsc's own resolution, and
 * every law that is broken.
 *
 *     npm run house
 *     node .github/scripts/house.ts [--files] [DIR]     --files: each import behind an arrow; DIR: another project
 *
 * Exit: 0 every law holds, 1 one is broken.
 */
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import ts from "typescript";
import { offence, ROOMS, roomOf } from "./rooms.ts";

/** Files that a folder of src/ may have. */
const MOST_FILES = 16;
/** The doors, and what a run needs of the world: nothing else stands in the root of src/. */
const ROOT_FILES = ["action.ts", "cli.ts", "command.ts", "host.ts", "version.ts"];

/** Where tsc reads its configuration. */
const CONFIG_HOST: ts.ParseConfigFileHost = {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: () => undefined,
};

/** One import; files by path below src/. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

export interface House {
  readonly files: readonly string[];
  readonly imports: readonly Import[];
  /** Imports that lead to no file. */
  readonly unresolved: readonly string[];
}

/** A specifier, and whether only types come in. */
interface Specifier {
  readonly text: string;
  readonly typeOnly: boolean;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name !== undefined || named === undefined || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

/** Every specifier of a file, in whatever form it is written. */
function specifiersOf(source: ts.SourceFile): Specifier[] {
  const found: Specifier[] = [];
  const add = (literal: ts.Node | undefined, typeOnly: boolean): void => {
    if (literal !== undefined && ts.isStringLiteralLike(literal))
      found.push({ text: literal.text, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, isTypeOnly(node));
    } else if (ts.isImportTypeNode(node)) {
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/**
 * Reads the files of src/ and what they import of each other. Nothing is type-checked.
 * @param root folder of the project, with tsconfig.json and src/
 * @throws Error where there is no readable tsconfig.json
 */
export function readHouse(root: string): House {
  const src = join(root, "src");
  const config = ts.getParsedCommandLineOfConfigFile(join(root, "tsconfig.json"), {}, CONFIG_HOST);
  if (config === undefined) throw new Error(`${root} has no readable tsconfig.json.`);
  const { options } = config;
  const cache = ts.createModuleResolutionCache(root, (name) => name, options);
  const files = globSync("**/*.ts", { cwd: src }).map((file) => file.split(sep).join("/"));
  const imports: Import[] = [];
  const unresolved: string[] = [];
  for (const from of files.sort()) {
    const path = join(src, from);
    const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest);
    for (const { text, typeOnly } of specifiersOf(source)) {
      if (!text.startsWith(".")) continue;
      const { resolvedModule } = ts.resolveModuleName(text, path, options, ts.sys, cache);
      const to = resolvedModule && relative(src, resolvedModule.resolvedFileName).split(sep).join("/");
      if (to === undefined) unresolved.push(`${from} -> ${text}`);
      else imports.push({ from, to, typeOnly });
    }
  }
  return { files, imports, unresolved };
}

/** Files that stand below the rooms of their own room, as the laws of these rooms name them. */
const GROUND: ReadonlySet<string> = new Set(
  Object.entries(ROOMS).flatMap(([room, { values = [], types = [] }]) =>
    [...values, ...types].filter((path) => path.endsWith(".ts") && path.startsWith(`${dirname(room)}/`)),
  ),
);

/** What a file counts for in the picture: its room, or itself where it is above or below the rooms of its room. */
const placeOf = (file: string): string => (GROUND.has(file) ? file : (roomOf(file) ?? file));

export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly imports: readonly Import[];
}

/** The imports between rooms, together for each pair, by name. */
export function arrowsOf({ imports }: House): Arrow[] {
  const between = imports.filter(({ from, to }) => placeOf(from) !== placeOf(to));
  const grouped = Map.groupBy(between, ({ from, to }) => `${placeOf(from)} -> ${placeOf(to)}`);
  return [...grouped]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, group]) => {
      const [from = "", to = ""] = name.split(" -> ");
      return { from, to, imports: group };
    });
}

/** Rooms in layers, each of which imports only of layers before its own; and the rooms that lead in a circle. */
function layersOf(arrows: readonly Arrow[], { files }: House): { layers: string[][]; circle: string[] } {
  const left = new Set(files.map(placeOf));
  const take = (end: "from" | "to"): string[] => {
    const other = end === "from" ? "to" : "from";
    const free = [...left].filter(
      (place) => !arrows.some((arrow) => arrow[end] === place && left.has(arrow[other])),
    );
    for (const place of free) left.delete(place);
    return free.sort();
  };
  const layers: string[][] = [];
  for (let layer = take("from"); layer.length > 0; layer = take("from")) layers.push(layer);
  // What only stands on a circle is in none.
  while (take("to").length > 0);
  return { layers, circle: [...left].sort() };
}

/** Every law that is broken, one line each; none where the house holds. */
export function brokenLaws(house: House): string[] {
  const { files, imports, unresolved } = house;
  const arrows = arrowsOf(house);
  const forbidden = imports.flatMap(({ from, to, typeOnly }) => {
    const said = offence(from, to, typeOnly);
    return said === undefined ? [] : [`${from} -> ${to}: ${said} (.github/scripts/rooms.ts)`];
  });
  const mutual = arrows
    .filter(({ from, to }) => from < to && arrows.some((back) => back.from === to && back.to === from))
    .map(({ from, to }) => `${from} and ${to} import each other`);
  const { circle } = layersOf(arrows, house);
  const root = files.filter((file) => !file.includes("/"));
  return [
    ...unresolved.map((line) => `${line}: there is no such file`),
    ...forbidden,
    ...mutual,
    ...(circle.length > 0 ? [`These rooms lead in a circle: ${circle.join(", ")}`] : []),
    ...sizesOf(house)
      .filter(({ size }) => size > MOST_FILES)
      .map(({ folder, size }) => `src/${folder} has ${String(size)} files, more than ${String(MOST_FILES)}`),
    ...root
      .filter((file) => !ROOT_FILES.includes(file))
      .map((file) => `src/${file} stands in the root, where only ${ROOT_FILES.join(", ")} belong`),
    ...ROOT_FILES.filter((file) => !root.includes(file)).map((file) => `src/${file} is missing`),
  ];
}

/** Folders below src/ with their own number of files, largest first. */
function sizesOf({ files }: House): { folder: string; size: number }[] {
  return [...Map.groupBy(files, (file) => dirname(file))]
    .map(([folder, inside]) => ({ folder, size: inside.length }))
    .sort((a, b) => b.size - a.size || (a.folder < b.folder ? -1 : 1));
}

const typesOf = (imports: readonly Import[]): number => imports.filter(({ typeOnly }) => typeOnly).length;

/** The whole page, laws that are broken included. */
export function housePage(house: House, eachImport: boolean): string {
  const arrows = arrowsOf(house);
  const { layers, circle } = layersOf(arrows, house);
  const sizes = sizesOf(house);
  const broken = brokenLaws(house);
  const lines = [
    "Rooms of src/, from the ground up:",
    ...layers.map((layer, index) => `  ${String(index + 1).padStart(2)}  ${layer.join("  ")}`),
    ...(circle.length > 0 ? [`   ?  ${circle.join("  ")}`] : []),
    "",
    `Imports between them (${String(arrows.length)} arrows):`,
    ...arrows.flatMap(({ from, to, imports }) => [
      `  ${from} -> ${to}  ${String(imports.length)}, types alone ${String(typesOf(imports))}`,
      ...(eachImport
        ? imports.map((each) => `      ${each.from} -> ${each.to}${each.typeOnly ? " (types)" : ""}`)
        : []),
    ]),
    "",
    `Files in folders (at most ${String(MOST_FILES)}; ${String(house.files.length)} in all):`,
    ...sizes.map(
      ({ folder, size }) => `  ${String(size).padStart(3)}  ${folder === "." ? "(root)" : folder}`,
    ),
    "",
    ...(broken.length === 0 ? ["Every law holds."] : ["Broken:", ...broken.map((law) => `  ${law}`)]),
  ];
  return `${lines.join("\n")}\n`;
}

if (import.meta.main) {
  const words = process.argv.slice(2);
  const root = resolve(words.find((word) => !word.startsWith("--")) ?? dirname(dirname(import.meta.dirname)));
  const house = readHouse(root);
  process.stdout.write(`${basename(root)}\n${housePage(house, words.includes("--files"))}`);
  if (brokenLaws(house).length > 0) process.exitCode = 1;
}
