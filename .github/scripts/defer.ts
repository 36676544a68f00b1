/**
 * Rewrites the compiled modules so that what they make is made when it is first asked for, and not while the program starts.
 * Nothing works at import (docs/architecture.md, law 6), so that nobody can tell but by the clock: a constant becomes a
 * function that makes its value once, and each mention of it a call.
 *
 * - Constants of a module whose value takes calls, or is long: schemas, tables of words, lists of rules.
 * - Node's own modules that a start does without, and packages that few runs need.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

/** Node's own modules that take a millisecond and more to load. */
const BUILTIN = /^node:(?:crypto|dgram|dns|http|https|os|tls|v8)$/;
/** Packages that are loaded when they are first called. */
const PACKAGES: ReadonlySet<string> = new Set(["tldts-icann", "yaml"]);
/** Modules of ours that a run does without which asks DNS alone, has no policy file and writes none. */
const MODULES: ReadonlySet<string> = new Set([
  ...["config/policy/file.js", "config/recorded-file.js", "run/replay.js"],
  ...["judge/replies/comparison.js", "judge/replies/meaning.js", "judge/replies/quoted-names.js"],
  ...["judge/checks/certificate/chain.js", "judge/checks/certificate/openssl-verdict.js"],
  ...["judge/checks/certificate/senders-path.js", "judge/checks/certificate/trust-gap.js"],
  ...["judge/checks/dane/assessment.js", "judge/checks/dane/certificate-findings.js"],
  ...["judge/checks/dane/keys.js", "judge/checks/dane/tlsa-records.js", "judge/checks/dane/verification.js"],
  ...["judge/checks/mta-sts/published.js"],
  ...["observe/dns/authoritative.js", "observe/dns/dane.js", "observe/dns/dnssec.js", "observe/dns/https.js"],
  ...["observe/endpoint.js", "observe/route/proxy.js", "observe/sts/published.js"],
  ...["observe/trust/issuer-fetch.js", "observe/trust/issuer-search.js"],
  ...["recorded/merge.js", "recorded/reading.js", "recorded/recording.js", "recorded/report.js"],
  ...["report/json.js", "report/metrics/metrics.js", "report/sarif.js"],
  ...["terminal/brief-help.js", "terminal/completion.js", "terminal/explain.js", "terminal/help.js"],
  ...["zone/find.js", "zone/resolver.js", "zone/set.js"],
]);
/** Packages are asked for by a module of CommonJS: in others nothing can be asked for late and at once. */
const LOADERS = "late.cjs";
/** The list of settings, and the member of its rows that is made when it is looked at: a run reads few of them. */
const ROWS = "config/settings.js";
const MEMBER = "schema";
/** Modules that start something: their constants are made in their order. */
const STARTING: ReadonlySet<string> = new Set(["action.js", "cli.js"]);
/** Characters from which on a list or table counts as long. */
const LONG = 200;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is written in place of a name: a constant's call, or a member of a module that is loaded then. */
type Calls = ReadonlyMap<ts.Symbol, string>;

/** Rewrites every module below a folder, in place. */
export function deferWork(folder: string): void {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".js"),
  );
  const program = ts.createProgram(
    names.map((name) => join(folder, name)),
    {
      ...{ allowJs: true, noEmit: true, types: [], target: ts.ScriptTarget.ESNext },
      ...{ module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
    },
  );
  const checker = program.getTypeChecker();
  const files = names.map((name) => {
    const source = program.getSourceFile(join(folder, name));
    if (source === undefined) throw new Error(`${name} was not read.`);
    return { name: name.replaceAll("\\", "/"), source };
  });
  const constants = lateConstants(
    files.filter(({ name }) => !STARTING.has(name)).map(({ source }) => source),
    checker,
  );
  const asked = new Set<string>();
  for (const { name, source } of files) {
    const loaded = lateModules(source, checker, "../".repeat(name.split("/").length - 1) || "./");
    for (const late of loaded.asked) asked.add(late);
    const edits = [
      ...loaded.edits,
      ...constantEdits(source, constants, checker),
      ...(name === ROWS ? memberEdits(source, constants, checker) : []),
      ...mentions(source, constants, loaded.calls, checker),
    ];
    if (edits.length > 0) writeFileSync(source.fileName, edited(source.text, edits));
  }
  const loaders = [...asked].sort().map((late) => {
    const specifier = MODULES.has(late) ? `./${late}` : late;
    return `exports[${JSON.stringify(late)}] = () => require(${JSON.stringify(specifier)});\n`;
  });
  writeFileSync(join(folder, LOADERS), loaders.join(""));
}

/** Constants whose value takes work, by symbol, with the call that stands for them. */
function lateConstants(sources: readonly ts.SourceFile[], checker: ts.TypeChecker): Calls {
  const found = new Map<ts.Symbol, string>();
  // A constant that is made of a late one is late, too: until nothing is added.
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const { declaration, symbols } of sources.flatMap((source) => constantsOf(source, checker))) {
      const [first] = symbols;
      if (first === undefined || found.has(first) || !takesWork(declaration.initializer, found, checker))
        continue;
      for (const symbol of symbols) found.set(symbol, `${symbol.name}()`);
    }
  }
  return found;
}

interface Constant {
  readonly statement: ts.VariableStatement;
  readonly declaration: ts.VariableDeclaration & { readonly initializer: ts.Expression };
  /** Those that it declares: one, or several that are taken out of an object. */
  readonly symbols: readonly ts.Symbol[];
}

/** Constants of a module, each in a statement of its own. */
function constantsOf(source: ts.SourceFile, checker: ts.TypeChecker): Constant[] {
  return source.statements.flatMap((statement): Constant[] => {
    if (!ts.isVariableStatement(statement)) return [];
    const [declaration, ...others] = statement.declarationList.declarations;
    if (declaration === undefined || others.length > 0 || !isMade(declaration)) return [];
    const names = namesOf(declaration.name);
    const symbols = names.map((name) => checker.getSymbolAtLocation(name));
    if (names.length === 0) return [];
    return symbols.every((symbol) => symbol !== undefined) ? [{ statement, declaration, symbols }] : [];
  });
}

function isMade(declaration: ts.VariableDeclaration): declaration is Constant["declaration"] {
  return declaration.initializer !== undefined;
}

/** The names that a declaration gives: none where it takes apart what cannot be taken apart name by name. */
function namesOf(name: ts.BindingName): ts.Identifier[] {
  if (ts.isIdentifier(name)) return [name];
  if (!ts.isObjectBindingPattern(name)) return [];
  const simple = name.elements.every(
    (element) =>
      element.dotDotDotToken === undefined &&
      element.initializer === undefined &&
      ts.isIdentifier(element.name),
  );
  return simple
    ? name.elements.flatMap((element) => (ts.isIdentifier(element.name) ? [element.name] : []))
    : [];
}

/** Whether to evaluate an expression is work; what stands in a function is not evaluated. */
function takesWork(expression: ts.Expression, late: Calls, checker: ts.TypeChecker): boolean {
  const isData = ts.isArrayLiteralExpression(expression) || ts.isObjectLiteralExpression(expression);
  if (isData && expression.getWidth() > LONG) return true;
  const works = (node: ts.Node): boolean => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return false;
    if (ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node))
      return true;
    if (ts.isIdentifier(node)) {
      const symbol = mentioned(node, checker);
      return symbol !== undefined && (late.has(resolved(symbol, checker)) || isOfLateModule(symbol));
    }
    return ts.forEachChild(node, works) ?? false;
  };
  return works(expression);
}

/** What a name stands for where it is mentioned. */
function mentioned(name: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : checker.getSymbolAtLocation(name);
}

function resolved(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}

function isOfLateModule(symbol: ts.Symbol): boolean {
  const declaration = symbol.declarations?.[0];
  const from = declaration === undefined ? undefined : ts.findAncestor(declaration, ts.isImportDeclaration);
  return from !== undefined && lateName(from) !== undefined;
}

/** What an import brings in, if that is loaded late: a module of Node's, a package, or a path in the folder of modules. */
function lateName({ moduleSpecifier, parent }: ts.ImportDeclaration): string | undefined {
  if (!ts.isStringLiteral(moduleSpecifier)) return undefined;
  const { text } = moduleSpecifier;
  if (BUILTIN.test(text) || PACKAGES.has(text)) return text;
  if (!text.startsWith(".")) return undefined;
  const path = join(dirname(parent.getSourceFile().fileName), text).replaceAll("\\", "/");
  return [...MODULES].find((module) => path.endsWith(`/lib/${module}`));
}

/** Each late constant as a function that makes its value once. */
function constantEdits(source: ts.SourceFile, late: Calls, checker: ts.TypeChecker): Edit[] {
  return constantsOf(source, checker).flatMap(({ statement, declaration, symbols }): Edit[] => {
    const { name, initializer } = declaration;
    if (!symbols.every((symbol) => late.has(symbol))) return [];
    const exported = statement.modifiers === undefined ? "" : "export ";
    const one = ts.isIdentifier(name) ? name.text : `$of_${symbols[0]?.name ?? ""}`;
    const parts = ts.isObjectBindingPattern(name)
      ? name.elements.map((element) => {
          const own = element.name.getText(source);
          return `\n${exported}function ${own}() { return ${one}().${element.propertyName?.getText(source) ?? own}; }`;
        })
      : [];
    const head = ts.isIdentifier(name) ? exported : "";
    return [
      {
        start: statement.getStart(source),
        end: initializer.getStart(source),
        text: `var ${one}$made;\n${head}function ${one}() { return ${one}$made ??= (`,
      },
      { start: initializer.end, end: statement.end, text: `); }${parts.join("")}` },
    ];
  });
}

/** Each member whose value takes work as a getter that makes it once. */
function memberEdits(source: ts.SourceFile, late: Calls, checker: ts.TypeChecker): Edit[] {
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    ts.forEachChild(node, visit);
    if (!ts.isPropertyAssignment(node) || node.name.getText(source) !== MEMBER) return;
    const { initializer } = node;
    if (!takesWork(initializer, late, checker)) return;
    edits.push({
      start: node.getStart(source),
      end: initializer.getStart(source),
      text: `get ${MEMBER}() { const made = (`,
    });
    edits.push({
      start: initializer.end,
      end: node.end,
      text: `); Object.defineProperty(this, "${MEMBER}", { value: made, enumerable: true }); return made; }`,
    });
  };
  visit(source);
  return edits;
}

/** The imports of late modules, each as a function that loads it. */
function lateModules(
  source: ts.SourceFile,
  checker: ts.TypeChecker,
  up: string,
): { readonly edits: Edit[]; readonly calls: Calls; readonly asked: readonly string[] } {
  const edits: Edit[] = [];
  const calls = new Map<ts.Symbol, string>();
  const asked: string[] = [];
  const known = (name: ts.Identifier, text: string): void => {
    const symbol = checker.getSymbolAtLocation(name);
    if (symbol === undefined) throw new Error(`${source.fileName}: ${name.text} is not known.`);
    calls.set(symbol, text);
  };
  for (const statement of source.statements) {
    const late = ts.isImportDeclaration(statement) ? lateName(statement) : undefined;
    if (!ts.isImportDeclaration(statement) || late === undefined) continue;
    const { importClause } = statement;
    const load = `$${late.replaceAll(/\W/g, "_")}`;
    const bindings = importClause?.namedBindings;
    if (importClause?.name !== undefined) known(importClause.name, `${load}()`);
    if (bindings !== undefined && ts.isNamespaceImport(bindings)) known(bindings.name, `${load}()`);
    if (bindings !== undefined && ts.isNamedImports(bindings)) {
      for (const { name, propertyName } of bindings.elements)
        known(name, `${load}().${(propertyName ?? name).text}`);
    }
    const specifier = JSON.stringify(late);
    const builtin = BUILTIN.test(late);
    if (!builtin) asked.push(late);
    edits.push({
      start: statement.getStart(source),
      end: statement.end,
      text: [
        ...(builtin ? [] : [`import ${load}$loaders from "${up}${LOADERS}";`]),
        `var ${load}$made;`,
        `function ${load}() { return ${load}$made ??= ${builtin ? `process.getBuiltinModule(${specifier})` : `${load}$loaders[${specifier}]()`}; }`,
      ].join("\n"),
    });
  }
  return { edits, calls, asked };
}

/** Each mention of what is late as a call. */
function mentions(source: ts.SourceFile, constants: Calls, loaded: Calls, checker: ts.TypeChecker): Edit[] {
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      return;
    }
    if (!ts.isIdentifier(node)) {
      ts.forEachChild(node, visit);
      return;
    }
    const symbol = mentioned(node, checker);
    if (symbol === undefined || isDeclared(node)) return;
    const load = loaded.get(symbol);
    const made = constants.has(resolved(symbol, checker));
    if (load === undefined && !made) return;
    const call = `${load ?? node.text}${made ? "()" : ""}`;
    const shorthand = ts.isShorthandPropertyAssignment(node.parent) ? `${node.text}: ` : "";
    edits.push({ start: node.getStart(source), end: node.end, text: shorthand + call });
    // new X.Y(…) would take the call for its own.
    const chain = memberOf(node);
    if (ts.isNewExpression(chain.parent) && chain.parent.expression === chain) {
      edits.push({ start: chain.getStart(source), end: chain.getStart(source), text: "(" });
      edits.push({ start: chain.end, end: chain.end, text: ")" });
    }
  };
  visit(source);
  return edits;
}

/** Whether a name is declared here, and not mentioned. */
function isDeclared(name: ts.Identifier): boolean {
  const { parent } = name;
  return (ts.isVariableDeclaration(parent) || ts.isBindingElement(parent)) && parent.name === name;
}

/** The longest chain of members that begins with a name, or of which it is the second. */
function memberOf(name: ts.Identifier): ts.Node {
  let node: ts.Node =
    ts.isPropertyAccessExpression(name.parent) && name.parent.name === name ? name.parent : name;
  while (ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node) node = node.parent;
  return node;
}

function edited(text: string, edits: readonly Edit[]): string {
  const inOrder = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = "";
  let at = 0;
  for (const edit of inOrder) {
    if (edit.start < at) throw new Error(`Two changes meet at: ${text.slice(edit.start, edit.start + 80)}`);
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
