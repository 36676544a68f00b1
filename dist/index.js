// Written by .github/scripts/door.ts. An older Node may not even parse mx-gate.js.
var found = process.versions.node;
if (parseInt(found, 10) < 24) {
  var complaint = "MX Gate needs Node 24 or newer; this is " + found + ".";
  console.log("::error title=Mail gate::" + complaint);
  process.exitCode = 2;
} else {
  // Awaited: a run that never ends is no success.
  await import("./mx-gate.js");
}
export {};
