/**
 * Paths as Windows has them: the modules of src/ are loaded with Windows' rules in place of this machine's. What touches
 * files cannot run so; what decides by the words of a path can.
 */
import assert from "node:assert/strict";
import { registerHooks } from "node:module";
import path from "node:path";
import { describe, test } from "node:test";

registerHooks({
  resolve: (specifier, context, next) =>
    next(
      specifier === "node:path" && context.parentURL?.includes("/src/") === true
        ? "node:path/win32"
        : specifier,
      context,
    ),
});

const { folderWorkspace, isBelow, leadsUp } = await import("../../src/system/workspace.ts");
const { zoneOfFileName } = await import("../../src/zone/file-name.ts");
const { programName } = await import("../../src/terminal/program.ts");
const { systemServers } = await import("../../src/observe/dns/name-server.ts");

test("this machine's own rules are others", () => assert.equal(path.sep, "/"));

describe("a path is below a folder", () => {
  for (const [folder, file, below] of [
    ["C:\\checkout", "C:\\checkout\\zones\\x", true],
    ["C:\\checkout", "c:\\Checkout\\x", true],
    ["C:\\checkout", "C:/checkout/x", true],
    ["C:\\checkout", "C:\\checkout", false],
    ["C:\\checkout", "C:\\checkout-2\\x", false],
    ["C:\\checkout", "C:\\checkout\\..\\x", false],
    ["C:\\checkout", "D:\\checkout\\x", false],
    ["\\\\server\\share", "\\\\server\\share\\x", true],
    ["\\\\server\\share", "\\\\server\\other\\x", false],
  ] as const)
    test(`${file} and ${folder}: ${String(below)}`, () => assert.equal(isBelow(folder, file), below));
});

describe("what a policy may not have read, by the words of its real path", () => {
  const workspace = folderWorkspace("C:\\checkout");
  const outside = "leads out of the workspace";
  const git = "belongs to git";
  const hidden = "is hidden: its name, or the name of a folder above it, starts with a dot";
  for (const [file, refusal] of [
    ["C:\\checkout\\zones\\example.com.zone", undefined],
    ["C:\\checkout\\.github\\mx-gate.yml", undefined],
    ["C:\\checkout\\.npmrc", hidden],
    ["C:\\checkout\\sub\\.github\\x", hidden],
    ["C:\\checkout\\.git\\config", git],
    ["C:\\checkout\\GIT~1\\config", git],
    ["C:\\checkout\\sub\\.GIT. \\config", git],
    ["C:\\checkout\\sub\\.git::$INDEX_ALLOCATION\\config", git],
    ["C:\\other\\x", outside],
    ["D:\\checkout\\x", outside],
    ["\\\\server\\share\\x", outside],
  ] as const)
    test(`${file}: ${refusal ?? "may be read"}`, () => assert.equal(workspace.refusal(file), refusal));
});

test("words that lead up or elsewhere", () => {
  for (const written of ["..\\x", "zones\\..\\..\\x", "C:\\x", "C:x", "\\x", "\\\\server\\share\\x", "/x"])
    assert.ok(leadsUp(written), written);
  for (const written of ["zones\\x", "zones\\..x", ".\\x"]) assert.ok(!leadsUp(written), written);
});

test("the zone that a file is named after", () => {
  assert.equal(zoneOfFileName("C:\\zones\\db.example.com"), "example.com");
  assert.equal(zoneOfFileName("zones\\example.com.zone"), "example.com");
});

test("the name of the command in messages", () => {
  const env = { PATH: "C:\\Windows;C:\\npm" };
  const name = (called: string): string => programName({ called, folder: "C:\\work", env });
  assert.equal(name("C:\\work\\dist\\cli\\index.js"), "node dist/cli/index.js");
  assert.equal(name("C:\\npm\\mx-gate"), "mx-gate");
  assert.equal(name("C:\\work\\node_modules\\.bin\\mx-gate"), "node_modules/.bin/mx-gate");
});

test("without resolv.conf there are name servers", () => {
  assert.deepEqual(systemServers(["192.0.2.53", "[2001:db8::53]:5353"], undefined), [
    { address: "192.0.2.53", port: 53 },
    { address: "2001:db8::53", port: 5353 },
  ]);
});
