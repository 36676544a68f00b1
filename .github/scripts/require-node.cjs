// Says in one sentence what is missing where the scripts would fail with a syntax error. Runs before each npm
// script that needs Node 24, and is itself plain enough for any Node there ever was.
"use strict";

var NEEDED = 24;

/**
 * What is wrong with a Node version, for whoever runs a script with it; undefined where nothing is.
 * @param {string} version as in process.versions.node
 */
function complaint(version) {
  if (parseInt(version, 10) >= NEEDED) return undefined;
  return (
    "MX Gate needs Node " +
    NEEDED +
    " or newer; this is " +
    version +
    ". Install Node " +
    NEEDED +
    " (https://nodejs.org); on Linux x64 `npm ci` brings it along."
  );
}

module.exports = complaint;
module.exports.NEEDED = NEEDED;

if (require.main === module) {
  var found = complaint(process.versions.node);
  if (found !== undefined) {
    console.error(found);
    process.exit(1);
  }
}
