/**
 * ESLint, and with it the laws of the house: which room may bring in what. test/house.slow.test.ts breaks each of
 * them on purpose.
 */
import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import eslint from "@eslint/js";
import prettier from "eslint-config-prettier";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";
import { offence } from "./.github/scripts/rooms.ts";

const { dependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

const SRC = join(import.meta.dirname, "src");

/** The laws of the house (.github/scripts/rooms.ts), read off the file that a specifier leads to. */
const house = {
  rules: {
    imports: {
      meta: {
        type: "problem",
        schema: [],
        messages: {
          law: "{{offence}} (.github/scripts/rooms.ts).",
          effects: "Nothing is imported for its effects: only src/action.ts and src/cli.ts start something.",
        },
      },
      create(context) {
        const from = relative(SRC, context.filename).replaceAll("\\", "/");
        const check = (source, typeOnly) => {
          if (!source?.value.startsWith(".")) return;
          const to = relative(SRC, resolve(dirname(context.filename), source.value)).replaceAll("\\", "/");
          const said = offence(from, to, typeOnly);
          if (said !== undefined) context.report({ node: source, messageId: "law", data: { offence: said } });
        };
        const areTypes = (specifiers, kind) =>
          specifiers.length > 0 && specifiers.every((specifier) => specifier[kind] === "type");
        return {
          // A law that a dynamic import could get round would be none.
          ImportExpression: (node) => check(node.source.type === "Literal" ? node.source : undefined, false),
          ImportDeclaration(node) {
            check(node.source, node.importKind === "type" || areTypes(node.specifiers, "importKind"));
            if (node.specifiers.length === 0) context.report({ node, messageId: "effects" });
          },
          ExportNamedDeclaration: (node) =>
            check(node.source, node.exportKind === "type" || areTypes(node.specifiers, "exportKind")),
          ExportAllDeclaration: (node) => check(node.source, node.exportKind === "type"),
        };
      },
    },
  },
};

const noActions = { regex: "^@actions/", message: "Only src/github/ knows @actions/*." };

/** What else reads certificates and keys: it would read PEM that hides in DER, and leave errors of OpenSSL behind. */
const noCertificates = [
  {
    regex: "^(node:)?crypto$",
    importNames: [
      ...["X509Certificate", "Certificate", "KeyObject", "createPublicKey", "createPrivateKey"],
      ...["createVerify", "createSign", "verify", "sign", "publicDecrypt", "publicEncrypt", "default"],
    ],
    message: "Certificates and keys are read by observe/x509/openssl.ts alone.",
  },
  {
    regex: "^(node:)?tls$",
    importNames: ["createSecureContext", "createServer", "checkServerIdentity", "default"],
    message: "Contexts of TLS are made by observe/tls/contexts.ts alone.",
  },
];

const IMPURE = "This room is pure: no network, no files, no processes, no clock, no randomness.";
/** What a pure room may import of Node; `names` where not all of a module is pure. */
const pure = (...allowed) => [
  { regex: `^node:(?!(${allowed.map(({ module }) => module).join("|")})$)`, message: IMPURE },
  ...allowed
    .filter(({ names }) => names !== undefined)
    .map(({ module, names }) => ({ regex: `^node:${module}$`, allowImportNames: names, message: IMPURE })),
];
/** What an address is, is told from its text alone. */
const addresses = { module: "net", names: ["isIP", "isIPv4", "isIPv6"] };

/** Holds for the whole product. */
const everywhere = [
  {
    regex: `^(?!\\.{1,2}/|node:|(${Object.keys(dependencies).join("|")})(/|$))`,
    message:
      "The product imports node:…, its own files by relative path, and the dependencies of package.json.",
  },
  {
    regex: "^(?=\\.)(?!(\\./|(\\.\\./)+)([\\w-]+/)*[\\w-][\\w.-]*$)|^(\\.\\./)+src/",
    message: "Write the shortest path.",
  },
];

/** Modules that may not be imported by some files, on top of what holds everywhere. */
function modules(files, ...patterns) {
  return {
    files,
    rules: {
      "@typescript-eslint/no-restricted-imports": ["error", { patterns: [...everywhere, ...patterns] }],
    },
  };
}

const laws = [
  { files: ["src/**/*.ts"], plugins: { house }, rules: { "house/imports": "error" } },
  modules(["src/**/*.ts"], noActions, ...noCertificates),
  modules(["src/github/**/*.ts"], ...noCertificates),
  modules(["src/observe/x509/openssl.ts", "src/observe/tls/contexts.ts"], noActions),
  modules(["src/text/**/*.ts"], noActions, ...pure(addresses, { module: "url" }, { module: "util" })),
  modules(["src/report/**/*.ts"], noActions, ...pure({ module: "crypto", names: ["createHash"] })),
  // Certificates among it: their facts come from observe/.
  modules(["src/judge/**/*.ts"], noActions, ...pure()),
  modules(["src/{dns,sts}/**/*.ts"], noActions, ...pure()),
];

/** Syntax that the product does without; the groups differ by folder, and ESLint keeps the last list only. */
const noLateImports = {
  selector: "ImportExpression",
  message: "What is loaded late is loaded by src/cli.ts and src/run/late.ts alone: the bundle splits there.",
};
const plain = [
  { selector: "Program > VariableDeclaration[kind!='const']", message: "No module-level state." },
  {
    selector: "Program > ExportNamedDeclaration > VariableDeclaration[kind!='const']",
    message: "No module-level state.",
  },
];
const noAnchors = {
  selector:
    ":matches(CallExpression[callee.name=/^(connect|request|get)$/] Property[key.name=/^(ca|cert|crl|key|pfx)$/], NewExpression[callee.name='TLSSocket'])",
  message: "PEM and keys for a connection go into a context of observe/tls/contexts.ts.",
};
const noWorkAtImport = {
  selector:
    "Program > :matches(ExpressionStatement, IfStatement, TryStatement, ForStatement, ForOfStatement, ForInStatement, WhileStatement)",
  message: "No work at import: only src/action.ts and src/cli.ts start something.",
};
const noClock = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: "Time comes in as an argument.",
};
const timers = ["setTimeout", "setInterval"].map((name) => ({
  name,
  message: "Time comes in as an argument.",
}));
const noForgedWords = {
  selector: "TSAsExpression > TSTypeReference[typeName.name='SafeText']",
  message: "Only src/text/ makes SafeText: use quote() or words.",
};
const testsRun = {
  selector:
    "CallExpression > MemberExpression[object.name=/^(test|describe|it|suite|t|context)$/][property.name=/^(skip|only|todo)$/]",
  message: "Every test runs.",
};

export default defineConfig(
  { ignores: ["dist/", "lib/", "coverage/", "site/", "docs/.vitepress/.temp/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: "error",
      // Control characters are what this product reads and neutralises.
      "no-control-regex": "off",
      "@typescript-eslint/consistent-type-assertions": [
        "error",
        { assertionStyle: "as", objectLiteralTypeAssertions: "never" },
      ],
      // Only a type alias has the index signature that makes it fit a record.
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-floating-promises": [
        "error",
        {
          // The runner of node:test awaits what these return.
          allowForKnownSafeCalls: [
            { from: "package", package: "node:test", name: ["test", "describe", "it", "suite"] },
          ],
        },
      ],
      // Wrong wherever a callback or a method changes what was compared before: the daily bread of socket code.
      "@typescript-eslint/no-unnecessary-condition": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { requireDefaultForNonUnion: true, considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ["src/**/*.ts"],
    rules: {
      "no-console": "error",
      "no-restricted-syntax": [
        "error",
        ...[noLateImports, ...plain, noWorkAtImport, noAnchors, noClock, noForgedWords],
      ],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "Time comes in as an argument." },
        { object: "performance", property: "now", message: "Time comes in as an argument." },
        ...["any", "timeout"].map((property) => ({
          object: "AbortSignal",
          property,
          message: "Use Deadline of system/deadline.ts: it leaves nothing on the signal above.",
        })),
        { object: "Math", property: "random", message: "Randomness comes in as an argument." },
      ],
    },
  },
  {
    files: ["src/system/clock.ts", "src/github/**/*.ts", "src/terminal/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", noLateImports, ...plain, noWorkAtImport, noForgedWords],
      "no-restricted-properties": "off",
    },
  },
  {
    files: ["observe", "system", "zone", "config", "run", "github"].map((room) => `src/${room}/**/*.ts`),
    ignores: ["src/system/clock.ts"],
    rules: { "no-restricted-globals": ["error", ...timers] },
  },
  {
    files: ["observe", "zone", "config", "run", "github"].map((room) => `src/${room}/**/*.ts`),
    rules: {
      "no-restricted-globals": [
        "error",
        ...timers,
        { name: "AbortController", message: "Use Deadline of system/deadline.ts: its abort costs no stack." },
      ],
    },
  },
  {
    files: ["src/action.ts"],
    rules: {
      "no-restricted-syntax": ["error", noLateImports, ...plain, noForgedWords],
      "no-restricted-properties": "off",
    },
  },
  {
    files: ["src/cli.ts"],
    rules: {
      "no-restricted-syntax": ["error", ...plain, noForgedWords],
      "no-restricted-properties": "off",
    },
  },
  {
    files: ["src/run/late.ts"],
    rules: { "no-restricted-syntax": ["error", ...plain, noWorkAtImport, noAnchors, noClock, noForgedWords] },
  },
  {
    files: ["src/text/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", noLateImports, ...plain, noWorkAtImport, noClock] },
  },
  {
    files: ["src/judge/**/*.ts", "src/report/**/*.ts", "src/text/**/*.ts", "src/dns/**/*.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...["fetch", "WebSocket", "process", "performance", "setTimeout", "setInterval", "setImmediate"].map(
          (name) => ({ name, message: "This room is pure." }),
        ),
      ],
    },
  },
  ...laws,
  {
    files: ["test/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", testsRun],
      // A fake keeps the shape of what it stands for.
      "@typescript-eslint/no-empty-function": "off",
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/unbound-method": "off",
      // Test data is ASCII where it is taken apart.
      "@typescript-eslint/no-misused-spread": "off",
    },
  },
  { files: ["**/*.{js,cjs,mjs}"], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ["**/*.cjs"],
    languageOptions: {
      // It has to run on any Node to say that this one is too old.
      ecmaVersion: 5,
      sourceType: "commonjs",
      globals: { require: "readonly", module: "writable", process: "readonly", console: "readonly" },
    },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  { files: ["*.js"], languageOptions: { globals: { URL: "readonly" } } },
  prettier,
);
