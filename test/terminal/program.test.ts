import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { programName, type Started } from "../../src/terminal/program.ts";

describe("messages name a command that the reader has", () => {
  const cases: readonly { name: string; started: Partial<Started> & { called: string }; program: string }[] =
    [
      {
        name: "npx",
        started: { called: "/home/u/node_modules/.bin/mx-gate", env: { npm_command: "exec" } },
        program: "npx mx-gate",
      },
      {
        name: "npx on Windows, where a script stands for the link",
        started: {
          called: "C:\\u\\node_modules\\mx-gate\\dist\\cli\\index.js",
          folder: "C:\\u",
          env: { npm_command: "exec" },
        },
        program: "npx mx-gate",
      },
      {
        name: "an installation on PATH",
        started: { called: "/usr/local/bin/mx-gate", env: { PATH: "/bin:/usr/local/bin" } },
        program: "mx-gate",
      },
      {
        name: "an installation for all of Windows",
        started: { called: "C:\\npm\\node_modules\\mx-gate\\dist\\cli\\index.js", env: { PATH: "C:\\npm" } },
        program: "mx-gate",
      },
      {
        name: "the link of a project, called by its path",
        started: { called: "/home/u/node_modules/.bin/mx-gate", env: { PATH: "/bin" } },
        program: "node_modules/.bin/mx-gate",
      },
      {
        name: "the bundle of a checkout",
        started: { called: "/home/u/dist/cli/index.js" },
        program: "node dist/cli/index.js",
      },
      {
        name: "the bundle elsewhere",
        started: { called: "/opt/mx-gate/dist/cli/index.js" },
        program: "node /opt/mx-gate/dist/cli/index.js",
      },
      {
        name: "the sources",
        started: { called: "/home/u/src/cli.ts", env: { npm_lifecycle_event: "start", npm_command: "run" } },
        program: "npm start --silent --",
      },
      {
        name: "a path that no shell takes as it is",
        started: { called: "/home/u/$(id)/dist/cli/index.js" },
        program: "mx-gate",
      },
      {
        name: "npx of another package that runs a bundle of ours",
        started: { called: "/home/u/dist/cli/index.js", env: { npm_command: "exec" } },
        program: "node dist/cli/index.js",
      },
    ];
  for (const { name, started, program } of cases) {
    test(`${name}: ${program}`, () => {
      assert.equal(programName({ folder: "/home/u", env: {}, ...started }), program);
    });
  }
});
