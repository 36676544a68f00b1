import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { newFolder } from "../support/run/folders.ts";
import { setBrokenAside, type SetAside } from "../../src/github/surroundings.ts";

/** A file of the event with this text. */
function event(text: string): string {
  const file = join(newFolder("event"), "event.json");
  writeFileSync(file, text);
  return file;
}

describe("what the runner says and cannot be used is taken out, and told", () => {
  const API = "GITHUB_API_URL";
  const cases: readonly (readonly [variable: string, value: string, told: SetAside])[] = [
    [API, "https://ghe.example/api/v3", {}],
    [API, "http://127.0.0.1:8080", {}],
    [API, "", {}],
    [API, "api.github.com", { apiUrl: true }],
    [API, "file:///etc/passwd", { apiUrl: true }],
    [API, "javascript:alert(1)", { apiUrl: true }],
    [API, "https://user:s3cret@h", { apiUrl: true }],
    [API, "https://user@h", { apiUrl: true }],
    ["https_proxy", "http://user:s3cret@proxy.example:3128", {}],
    ["https_proxy", "", {}],
    ["https_proxy", "socks5://h:1080", { proxy: "https_proxy" }],
    ["HTTP_PROXY", "ftp://h", { proxy: "HTTP_PROXY" }],
    ["HTTPS_PROXY", "::error::x", { proxy: "HTTPS_PROXY" }],
    ["http_proxy", "http://[::1", { proxy: "http_proxy" }],
    ["GITHUB_EVENT_PATH", event("{}"), {}],
    ["GITHUB_EVENT_PATH", event("null"), { event: "it holds no event" }],
    ["GITHUB_EVENT_PATH", event("::error::x"), { event: "it is not JSON" }],
    ["GITHUB_EVENT_PATH", "/nowhere/::error::x", { event: "there is no such file" }],
    ["GITHUB_EVENT_PATH", "/", { event: "there is no such file" }],
  ];
  test("a proxy without its scheme gets it", () => {
    const env = { https_proxy: "proxy.example:3128", no_proxy: "h:1" };
    assert.deepEqual(setBrokenAside(env), {});
    assert.deepEqual(env, { https_proxy: "http://proxy.example:3128", no_proxy: "h:1" });
  });

  for (const [variable, value, told] of cases) {
    test(`${variable}=${value.replace(tmpdir(), "")}: ${JSON.stringify(told)}`, () => {
      const env = { [variable]: value };
      assert.deepEqual(setBrokenAside(env), told);
      assert.deepEqual(env, Object.keys(told).length === 0 ? { [variable]: value } : {});
    });
  }
});
