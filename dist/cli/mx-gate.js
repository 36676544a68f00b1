import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = process.getBuiltinModule("buffer");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = process.getBuiltinModule("fs");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:buffer");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:crypto");

/***/ }),

/***/ 1314:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:dgram");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:dns");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:path");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:util");

/***/ }),

/***/ 8877:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:v8");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = process.getBuiltinModule("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = process.getBuiltinModule("process");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = process.getBuiltinModule("util");

/***/ }),

/***/ 9069:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _system_compile_cache_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2274);
/* harmony import */ var _system_files_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1870);
/* harmony import */ var _terminal_brief_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(916);
/* harmony import */ var _terminal_bug_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(222);
/* harmony import */ var _terminal_exit_status_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(5989);
/* harmony import */ var _terminal_program_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9072);
/* harmony import */ var _terminal_streams_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(5157);









process.on("uncaughtException", (error) => {
    (0,_terminal_streams_js__WEBPACK_IMPORTED_MODULE_7__/* .withInertStreams */ ._I)(process).stderr.write((0,_terminal_bug_js__WEBPACK_IMPORTED_MODULE_5__/* .bugReport */ .r)(error));
    process.exit(_terminal_exit_status_js__WEBPACK_IMPORTED_MODULE_8__/* .BUG */ .r1);
});
const words = process.argv.slice(2);
const script = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(process.argv[1] ?? ".");
async function runEngine() {
    (0,_system_compile_cache_js__WEBPACK_IMPORTED_MODULE_2__/* .keepCompiled */ .P)(process);
    const { startCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(626), __nccwpck_require__.e(776)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3776));
    const called = process.argv[1] ?? _terminal_program_js__WEBPACK_IMPORTED_MODULE_6__/* .PROGRAM */ .R;
    return await startCommand({ words, script, called, folder: process.cwd() }, process);
}
const answer = (0,_terminal_brief_js__WEBPACK_IMPORTED_MODULE_4__/* .briefAnswer */ .n)(words, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(script), _system_files_js__WEBPACK_IMPORTED_MODULE_3__/* .readTextFile */ .Gu);
const status = answer === undefined ? await runEngine() : await (0,_terminal_streams_js__WEBPACK_IMPORTED_MODULE_7__/* .printPage */ .XS)(answer, (0,_terminal_streams_js__WEBPACK_IMPORTED_MODULE_7__/* .withInertStreams */ ._I)(process));
process.exitCode = status;
if (status === _terminal_exit_status_js__WEBPACK_IMPORTED_MODULE_8__/* .BUG */ .r1)
    process.exit();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 7526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Um: () => (/* binding */ pathWord),
/* harmony export */   dZ: () => (/* binding */ SHELL_SAFE),
/* harmony export */   r7: () => (/* binding */ shellWord),
/* harmony export */   s5: () => (/* binding */ heloName)
/* harmony export */ });
const SHELL_SAFE = /^(?![=@+-])[A-Za-z0-9._:@+=-]*$/;
function shellWord(mailbox) {
    if (mailbox === "")
        return "'<>'";
    if (SHELL_SAFE.test(mailbox))
        return mailbox;
    return /^(?!-)[\x21-\x26\x28-\x7e]+$/.test(mailbox) ? `'${mailbox}'` : undefined;
}
function heloName(name) {
    if (name === undefined)
        return undefined;
    if (/^\[[0-9A-Za-z:.]+\]$/.test(name))
        return `'${name}'`;
    return /^(?!-)[A-Za-z0-9.-]+$/.test(name) ? name : undefined;
}
const MAX_PATH_LENGTH = 200;
function pathWord(path) {
    if (path === undefined || path.length > MAX_PATH_LENGTH)
        return undefined;
    return /^[A-Za-z0-9._/][A-Za-z0-9._/@+=:-]*$/.test(path) ? path : undefined;
}


/***/ }),

/***/ 9296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ SEARCHED_ENTRIES),
/* harmony export */   h: () => (/* binding */ NOTED_LATENESS)
/* harmony export */ });
const SEARCHED_ENTRIES = 1_000_000;
const NOTED_LATENESS = 0.5;


/***/ }),

/***/ 7699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LI: () => (/* binding */ round),
/* harmony export */   QJ: () => (/* binding */ startLateness),
/* harmony export */   cd: () => (/* binding */ PROCESS_STARTED),
/* harmony export */   ml: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9296);

const BEAT = 100;
const PROCESS_STARTED = 0;
const systemClock = {
    now: () => Date.now(),
    monotonic: () => process.uptime(),
    sleep: (seconds, signal) => new Promise((resolve) => {
        if (signal.aborted) {
            resolve();
            return;
        }
        let afterArrivals;
        const done = () => {
            clearTimeout(timer);
            clearImmediate(afterArrivals);
            signal.removeEventListener("abort", done);
            resolve();
        };
        const timer = setTimeout(() => {
            afterArrivals = setImmediate(done);
        }, seconds * 1000);
        signal.addEventListener("abort", done);
    }),
    lateness: () => {
        let late = 0;
        let due = performance.now() + BEAT;
        const look = () => {
            const now = performance.now();
            late += Math.max(0, now - due);
            due = now + BEAT;
        };
        const looking = setInterval(look, BEAT);
        looking.unref();
        return () => {
            clearInterval(looking);
            look();
            return late / 1000;
        };
    },
};
function round(seconds) {
    return Math.round(seconds * 1000) / 1000;
}
function startLateness({ lateness }) {
    const end = lateness?.();
    return () => {
        const late = end?.() ?? 0;
        return late < _bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTED_LATENESS */ .h ? {} : { late: round(late) };
    };
}


/***/ }),

/***/ 2274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P: () => (/* binding */ keepCompiled)
});

// UNUSED EXPORTS: compileCacheFolder

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: external "node:module"
const external_node_module_namespaceObject = process.getBuiltinModule("node:module");
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./lib/system/compile-cache.js




const WRITABLE_BY_OTHERS = 0o022;
function isPrivate(folder, user) {
    const found = (0,external_node_fs_.lstatSync)(folder, { throwIfNoEntry: false });
    if (found?.isDirectory() !== true)
        return false;
    if (user.getuid === undefined)
        return true;
    return found.uid === user.getuid() && (found.mode & WRITABLE_BY_OTHERS) === 0;
}
function compileCacheFolder(user, home) {
    const { CI = "", XDG_CACHE_HOME: named = "" } = user.env;
    if (CI !== "")
        return undefined;
    try {
        const caches = (0,external_node_path_.isAbsolute)(named) ? named : (0,external_node_path_.join)(home ?? (0,external_node_os_.homedir)(), ".cache");
        const folder = (0,external_node_path_.join)(caches, "mx-gate");
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
        return isPrivate(caches, user) && isPrivate(folder, user) ? folder : undefined;
    }
    catch {
        return undefined;
    }
}
function keepCompiled(user) {
    const folder = compileCacheFolder(user);
    if (folder !== undefined)
        (0,external_node_module_namespaceObject.enableCompileCache)(folder);
}


/***/ }),

/***/ 1870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DP: () => (/* binding */ LED_OUT),
/* harmony export */   Gu: () => (/* binding */ readTextFile),
/* harmony export */   Hr: () => (/* binding */ failureReason),
/* harmony export */   QE: () => (/* binding */ batched),
/* harmony export */   nG: () => (/* binding */ filesIn)
/* harmony export */ });
/* unused harmony export writeTextFile */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7975);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2442);
/* harmony import */ var _pace_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9142);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4036);






const BATCH = 65_536;
async function* batched(chunks) {
    const pace = new _pace_js__WEBPACK_IMPORTED_MODULE_4__/* .Pace */ .o();
    let gathered = "";
    for (const chunk of chunks) {
        gathered += chunk;
        if (pace.due)
            await pace.turn();
        if (gathered.length < BATCH)
            continue;
        yield gathered;
        gathered = "";
    }
    if (gathered !== "")
        yield gathered;
}
function readTextFile(path, most = Infinity) {
    try {
        return (0,_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .readAtMost */ .rU)(path, most);
    }
    catch (error) {
        const code = codeOf(error);
        if (code === "ENOENT" || code === "ENOTDIR")
            return undefined;
        throw error;
    }
}
async function writeTextFile(path, chunks) {
    const place = realPlace(path);
    const made = makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place));
    const beside = isReplaceable(place) ? folderBeside(place) : undefined;
    if (beside === undefined) {
        await writeInto(place, chunks);
        return made;
    }
    try {
        const whole = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(beside, "whole");
        await writeInto(whole, chunks);
        putInPlace(whole, place);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(beside, { recursive: true, force: true });
    }
    return made;
}
async function openTextFile(path) {
    const place = realPlace(path);
    const made = makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place));
    const file = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.open(place, "w");
    return {
        made,
        write: (text) => writeWhole(file, Buffer.from(text, "utf8")),
        close: () => file.close(),
    };
}
function readLines(path, bounds) {
    try {
        return (0,_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .linesOf */ .Dx)(path, bounds);
    }
    catch (error) {
        const code = codeOf(error);
        if (code === "ENOENT" || code === "ENOTDIR")
            return undefined;
        throw error;
    }
}
function filesIn(workspace) {
    const refuse = (path) => {
        if (workspace.isLedOut(path))
            throw new LedOut();
    };
    return {
        readFile(path, most) {
            refuse(path);
            return readTextFile(path, most);
        },
        readLines(path, bounds) {
            refuse(path);
            return readLines(path, bounds);
        },
        async writeFile(path, chunks) {
            refuse(path);
            return writeTextFile(path, chunks);
        },
        async openFile(path) {
            refuse(path);
            return openTextFile(path);
        },
    };
}
class LedOut extends Error {
    constructor() {
        super(LED_OUT);
    }
}
const LED_OUT = "a symbolic link leads out of the workspace, or to a hidden file";
const IN_WORDS = [LedOut, _workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .LargeFile */ .KR, _lines_js__WEBPACK_IMPORTED_MODULE_3__/* .UnboundedFile */ .zX, _lines_js__WEBPACK_IMPORTED_MODULE_3__/* .TooLargeToRead */ .zZ];
function failureReason(error) {
    if (IN_WORDS.some((kind) => error instanceof kind))
        return error.message;
    const large = ["ERR_STRING_TOO_LONG", "ERR_FS_FILE_TOO_LARGE"];
    if (large.includes(codeOf(error) ?? ""))
        return "it is too large to be read as one text";
    if (!(error instanceof Error) || !("errno" in error) || typeof error.errno !== "number")
        return undefined;
    const code = "code" in error ? String(error.code) : String(error.errno);
    return `${(0,node_util__WEBPACK_IMPORTED_MODULE_2__.getSystemErrorMessage)(error.errno)} (${code})`;
}
function makeFolder(folder) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))
        return undefined;
    const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) === folder ? undefined : makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder);
    return above ?? folder;
}
function realPlace(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    }
    catch {
        return path;
    }
}
function isReplaceable(place) {
    if (/^\/(?:dev|proc)\//.test((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(place)))
        return false;
    const there = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(place, { throwIfNoEntry: false });
    return there === undefined || there.isFile() || there.isSymbolicLink();
}
const CLOSED_FOLDER = new Set(["EACCES", "EPERM", "EROFS"]);
const FIXED_FILE = new Set(["EBUSY", "EXDEV", "EPERM", "EACCES"]);
function folderBeside(place) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place), ".mx-gate-"));
    }
    catch (error) {
        if (CLOSED_FOLDER.has(codeOf(error) ?? "") && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(place))
            return undefined;
        throw error;
    }
}
function putInPlace(whole, place) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(whole, place);
    }
    catch (error) {
        if (!FIXED_FILE.has(codeOf(error) ?? ""))
            throw error;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.copyFileSync)(whole, place);
    }
}
async function writeInto(place, chunks) {
    const file = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.open(place, "w");
    try {
        for await (const piece of inOctets(chunks))
            await writeWhole(file, piece);
    }
    finally {
        await file.close();
    }
}
const OCTETS_OF_UNIT = 3;
const OCTETS = 4 * BATCH;
async function* inOctets(chunks) {
    const pace = new _pace_js__WEBPACK_IMPORTED_MODULE_4__/* .Pace */ .o();
    const gathered = Buffer.allocUnsafe(OCTETS);
    let length = 0;
    for (const chunk of chunks) {
        if (pace.due)
            await pace.turn();
        const most = chunk.length * OCTETS_OF_UNIT;
        if (length + most > OCTETS && length > 0) {
            yield gathered.subarray(0, length);
            length = 0;
        }
        if (most > OCTETS)
            yield Buffer.from(chunk, "utf8");
        else
            length += gathered.write(chunk, length, "utf8");
    }
    if (length > 0)
        yield gathered.subarray(0, length);
}
async function writeWhole(file, octets) {
    let rest = octets;
    while (rest.length > 0)
        rest = rest.subarray((await file.write(rest)).bytesWritten);
}
function codeOf(error) {
    return error instanceof Error && "code" in error ? String(error.code) : undefined;
}


/***/ }),

/***/ 2442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   Tu: () => (/* binding */ atMost),
/* harmony export */   lD: () => (/* binding */ split),
/* harmony export */   zX: () => (/* binding */ UnboundedFile),
/* harmony export */   zZ: () => (/* binding */ TooLargeToRead)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);

const PIECE = 1 << 20;
const LINE_BREAK = 0x0a;
class UnboundedFile extends Error {
    constructor(what) {
        super(what);
        this.name = "UnboundedFile";
    }
}
function linesOf(file, bounds) {
    const opened = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, "r");
    return linesIn(opened, bounds);
}
function* linesIn(opened, bounds) {
    try {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(opened).size > bounds.octets)
            tooLarge(bounds);
        yield* split(pieces(opened), bounds);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(opened);
    }
}
function* pieces(opened) {
    for (;;) {
        const buffer = Buffer.allocUnsafe(PIECE);
        const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(opened, buffer);
        if (read === 0)
            return;
        yield buffer.subarray(0, read);
    }
}
function* split(given, bounds) {
    let begun = [];
    let length = 0;
    let octets = 0;
    let lines = 0;
    const count = (added) => {
        length += added;
        if (length > bounds.line) {
            throw new UnboundedFile(`line ${String(lines + 1)} is longer than ${String(bounds.line)} octets`);
        }
    };
    const line = () => {
        lines += 1;
        if (lines > bounds.lines)
            throw new UnboundedFile(`it has more than ${String(bounds.lines)} lines`);
        const [first = Buffer.alloc(0), ...others] = begun;
        const text = (others.length === 0 ? first : Buffer.concat(begun)).toString("utf8");
        begun = [];
        length = 0;
        return text;
    };
    for (const piece of given) {
        octets += piece.length;
        if (octets > bounds.octets)
            tooLarge(bounds);
        let from = 0;
        for (let at = piece.indexOf(LINE_BREAK); at >= 0; at = piece.indexOf(LINE_BREAK, from)) {
            count(at + 1 - from);
            begun.push(piece.subarray(from, at + 1));
            from = at + 1;
            yield line();
        }
        count(piece.length - from);
        if (from < piece.length)
            begun.push(piece.subarray(from));
    }
    if (length > 0)
        yield line();
}
function tooLarge({ octets }) {
    throw new UnboundedFile(`it is larger than ${String(octets)} octets`);
}
class TooLargeToRead extends Error {
    constructor(octets, instead) {
        super(`it would have more than ${String(octets)} octets, and could not be read again: ${instead}`);
        this.name = "TooLargeToRead";
    }
}
function* atMost(octets, chunks, instead) {
    let left = octets;
    for (const chunk of chunks) {
        left -= Buffer.byteLength(chunk);
        if (left < 0)
            throw new TooLargeToRead(octets, instead);
        yield chunk;
    }
}


/***/ }),

/***/ 9142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ Pace),
/* harmony export */   y: () => (/* binding */ paced)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7699);
/* harmony import */ var _turns_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2345);


const TURN_SECONDS = 0.02;
class Pace {
    #clock;
    #since;
    constructor(clock = _clock_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .ml) {
        this.#clock = clock;
        this.#since = clock.monotonic();
    }
    get due() {
        return this.#clock.monotonic() - this.#since >= TURN_SECONDS;
    }
    async turn() {
        await (0,_turns_js__WEBPACK_IMPORTED_MODULE_1__/* .nextTurn */ .t)();
        this.#since = this.#clock.monotonic();
    }
}
async function paced(steps, afterTurn, pace = new Pace()) {
    for (;;) {
        const step = steps.next();
        if (step.done === true)
            return step.value;
        if (!pace.due)
            continue;
        await pace.turn();
        afterTurn?.();
    }
}


/***/ }),

/***/ 2552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ wantsColour),
/* harmony export */   d: () => (/* binding */ outputTo)
/* harmony export */ });
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1870);

const READER_LEFT = ["EPIPE", "ERR_STREAM_DESTROYED"];
function* withLineBreaks(lines) {
    for (const line of lines)
        yield `${line}\n`;
}
function outputTo(stream) {
    let left = false;
    let broken;
    stream.on("error", (error) => {
        if (READER_LEFT.includes(error.code ?? ""))
            left = true;
        else
            broken ??= error;
    });
    const writeAll = async (chunks) => {
        for await (const piece of (0,_files_js__WEBPACK_IMPORTED_MODULE_0__/* .batched */ .QE)(chunks)) {
            if (left)
                return;
            await new Promise((resolve) => {
                stream.write(piece, () => resolve());
            });
            if (broken !== undefined)
                throw broken;
        }
    };
    return {
        write(text) {
            if (!left)
                stream.write(text);
        },
        writeAll,
        writeLines: (lines) => writeAll(withLineBreaks(lines)),
    };
}
function wantsColour({ env }, stream) {
    if ((env["NO_COLOR"] ?? "") !== "")
        return false;
    const forced = env["FORCE_COLOR"];
    if (forced !== undefined)
        return forced !== "0" && forced !== "false";
    return stream.isTTY === true && env["TERM"] !== "dumb";
}


/***/ }),

/***/ 2345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ Turns),
/* harmony export */   t: () => (/* binding */ nextTurn)
/* harmony export */ });
function nextTurn() {
    return new Promise((resolve) => setImmediate(resolve));
}
class Turns {
    #waiting = [];
    #next = 0;
    #turning = false;
    do(work, signal) {
        return new Promise((resolve, reject) => {
            this.#waiting.push(() => {
                try {
                    resolve(signal.aborted ? undefined : work());
                }
                catch (error) {
                    reject(error instanceof Error ? error : new Error(String(error)));
                }
            });
            this.#turn();
        });
    }
    #turn() {
        if (this.#turning)
            return;
        this.#turning = true;
        setImmediate(() => {
            this.#turning = false;
            const piece = this.#waiting[this.#next];
            this.#waiting[this.#next] = undefined;
            this.#next += 1;
            if (this.#next === this.#waiting.length) {
                this.#waiting.length = 0;
                this.#next = 0;
            }
            piece?.();
            if (this.#waiting.length > 0)
                this.#turn();
        });
    }
}


/***/ }),

/***/ 4036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  KR: () => (/* binding */ LargeFile),
  c8: () => (/* binding */ folderWorkspace),
  Yw: () => (/* binding */ isBelow),
  ZK: () => (/* binding */ leadsUp),
  rU: () => (/* binding */ readAtMost)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/system/bounds.js
var bounds = __nccwpck_require__(9296);
;// CONCATENATED MODULE: ./lib/system/file-search.js



const LONGEST_NAME = 255;
function* findFiles(root, pattern, refusal) {
    const normal = external_node_path_.normalize(pattern);
    const { root: drive } = external_node_path_.parse(normal);
    const parts = normal.slice(drive.length).split(external_node_path_.sep);
    const files = new Set();
    const refused = new Map();
    const seen = new Set();
    const listings = new Map();
    let entries = 0;
    const list = (folder) => {
        const known = listings.get(folder) ?? listFolder(external_node_path_.resolve(root, folder));
        if (!listings.has(folder))
            entries += known.length + 1;
        listings.set(folder, known);
        return known;
    };
    const open = [{ folder: drive, part: 0 }];
    const enter = (file, part) => {
        const stat = statOf(external_node_path_.resolve(root, file));
        if (stat === undefined || (part === parts.length ? !stat.isFile() : !stat.isDirectory()))
            return;
        const why = refusal(file);
        if (why !== undefined)
            refused.set(file, why);
        else if (part === parts.length)
            files.add(file);
        else
            open.push({ folder: file, part });
    };
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
        const { folder, part } = place;
        const key = `${String(part)} ${folder}`;
        if (seen.has(key))
            continue;
        seen.add(key);
        yield;
        if (entries > bounds/* SEARCHED_ENTRIES */.F)
            break;
        const written = parts[part] ?? "";
        if (written === "**") {
            if (part === parts.length - 1)
                parts.push("*");
            open.push({ folder, part: part + 1 });
            for (const entry of list(folder)) {
                if (entry.isDirectory() && !entry.name.startsWith("."))
                    enter(join(folder, entry.name), part);
            }
        }
        else if (/[*?]/.test(written)) {
            for (const { name } of list(folder)) {
                if (fits(name, written))
                    enter(join(folder, name), part + 1);
            }
        }
        else if (written !== "")
            enter(join(folder, written), part + 1);
    }
    if (entries > bounds/* SEARCHED_ENTRIES */.F)
        return { files: [], refused: [], tooMany: true };
    return {
        files: [...files].toSorted(),
        refused: [...refused].map(([file, why]) => ({ path: file, why })),
        tooMany: false,
    };
}
function join(folder, name) {
    if (folder === "")
        return name;
    return folder.endsWith(external_node_path_.sep) ? folder + name : folder + external_node_path_.sep + name;
}
function statOf(file) {
    try {
        return (0,external_node_fs_.statSync)(file);
    }
    catch {
        return undefined;
    }
}
function listFolder(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch {
        return [];
    }
}
function fits(name, pattern) {
    if (pattern.length > 2 * LONGEST_NAME)
        return false;
    if (name.startsWith(".") && !pattern.startsWith("."))
        return false;
    let at = 0;
    let star = -1;
    let retry = 0;
    let index = 0;
    while (index < name.length) {
        const written = pattern[at];
        if (written === "*") {
            star = at++;
            retry = index;
        }
        else if (written === "?" || written === name[index]) {
            at++;
            index++;
        }
        else if (star >= 0) {
            at = star + 1;
            index = ++retry;
        }
        else
            return false;
    }
    while (pattern[at] === "*")
        at++;
    return at === pattern.length;
}

// EXTERNAL MODULE: ./lib/system/lines.js
var lines = __nccwpck_require__(2442);
;// CONCATENATED MODULE: ./lib/system/workspace.js




class LargeFile extends Error {
    constructor(most) {
        super(`it is larger than ${String(most)} octets`);
        this.name = "LargeFile";
    }
}
const OUTSIDE = "leads out of the workspace";
const GIT = "belongs to git";
const HIDDEN = "is hidden: its name, or the name of a folder above it, starts with a dot";
function readAtMost(file, most) {
    if ((0,external_node_fs_.statSync)(file).size > most)
        throw new LargeFile(most);
    return (0,external_node_fs_.readFileSync)(file, "utf8");
}
function folderWorkspace(root) {
    const at = (file) => external_node_path_.resolve(root, file);
    const top = () => realPath(".") ?? external_node_path_.resolve(root);
    const gitFolders = new Map();
    const realPath = (file) => {
        try {
            return (0,external_node_fs_.realpathSync)(at(file));
        }
        catch {
            return undefined;
        }
    };
    const isGitFolder = (folder) => {
        const known = gitFolders.get(folder) ?? looksLikeGit(folder);
        gitFolders.set(folder, known);
        return known;
    };
    const belongsToGit = (names, folder) => names.some(isGitName) ||
        names.some((_, index) => isGitFolder(external_node_path_.join(folder, ...names.slice(0, index + 1))));
    const refusal = (real) => {
        const folder = top();
        if (real === folder)
            return undefined;
        if (!isBelow(folder, real))
            return OUTSIDE;
        const below = external_node_path_.relative(folder, real);
        if (belongsToGit(below.split(external_node_path_.sep), folder))
            return GIT;
        return isHidden(below) ? HIDDEN : undefined;
    };
    return {
        find: (pattern, anywhere) => findFiles(root, pattern, (file) => {
            const real = anywhere ? undefined : realPath(file);
            return real === undefined ? undefined : refusal(real);
        }),
        realPath,
        refusal,
        isInside: (real) => isBelow(top(), real),
        isLedOut(file) {
            const written = ancestorsOf(at(file)).find((folder) => realPath(folder) === top());
            if (written === undefined)
                return false;
            let nearest = at(file);
            while (realPath(nearest) === undefined && nearest !== external_node_path_.dirname(nearest)) {
                nearest = external_node_path_.dirname(nearest);
            }
            const real = realPath(nearest) ?? top();
            const why = refusal(real);
            if (why === HIDDEN)
                return external_node_path_.relative(top(), real) !== external_node_path_.relative(written, nearest);
            return why !== undefined;
        },
        read: (file, most) => readAtMost(at(file), most),
        lines: (file, bounds) => (0,lines/* linesOf */.Dx)(at(file), bounds),
    };
}
function ancestorsOf(file) {
    const above = external_node_path_.dirname(file);
    return above === file ? [] : [above, ...ancestorsOf(above)];
}
function isGitName(name) {
    const bare = name
        .normalize("NFKC")
        .replaceAll(/[\p{Cf}\s]/gu, "")
        .toLowerCase();
    return /^\.git(?:\.*|:.*)$/.test(bare) || /^git~\d{1,9}$/.test(bare);
}
function looksLikeGit(folder) {
    const is = (name, kind) => statOf(external_node_path_.join(folder, name))?.[kind]() === true;
    return is("HEAD", "isFile") && is("objects", "isDirectory") && is("refs", "isDirectory");
}
function isHidden(relative) {
    return relative
        .split(external_node_path_.sep)
        .some((name, index) => /^\.(?!\.?$)/.test(name) && !(index === 0 && name === ".github"));
}
function leadsUp(written) {
    return /^(?:[/\\]|[a-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(written);
}
function isBelow(folder, file) {
    const way = external_node_path_.relative(folder, file);
    return way !== "" && way !== ".." && !way.startsWith(`..${external_node_path_.sep}`) && !external_node_path_.isAbsolute(way);
}


/***/ }),

/***/ 916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ briefAnswer)
/* harmony export */ });
/* harmony import */ var _code_page_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(935);
/* harmony import */ var _version_page_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4606);


function briefAnswer(words, folder, readFile) {
    const [command, code, ...more] = words;
    if (code === undefined)
        return command === "--version" || command === "version" ? (0,_version_page_js__WEBPACK_IMPORTED_MODULE_1__/* .versionPage */ .o)() : undefined;
    return command === "explain" && more.length === 0 ? (0,_code_page_js__WEBPACK_IMPORTED_MODULE_0__/* .codePage */ .x)(code, folder, readFile) : undefined;
}


/***/ }),

/***/ 222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ bugReport)
/* harmony export */ });
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8944);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3411);


function bugReport(error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `mx-gate ${_version_js__WEBPACK_IMPORTED_MODULE_1__/* .VERSION */ .x} failed; this is a bug, and nothing is claimed about any server.\n${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .terminalLines */ .MJ)(what)}\n`;
}


/***/ }),

/***/ 935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ codePage)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);

const PAGE_FOLDERS = ["../docs/codes", "../../docs/codes"];
const CODE = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;
function codePage(code, folder, readFile) {
    if (!CODE.test(code))
        return undefined;
    for (const place of PAGE_FOLDERS) {
        const page = readFile((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, place, `${code}.md`));
        if (page !== undefined)
            return page;
    }
    return undefined;
}


/***/ }),

/***/ 5989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RS: () => (/* binding */ UNWRITTEN),
/* harmony export */   r1: () => (/* binding */ BUG),
/* harmony export */   u_: () => (/* binding */ USAGE)
/* harmony export */ });
const USAGE = 2;
const BUG = 70;
const UNWRITTEN = 74;


/***/ }),

/***/ 9072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ PROGRAM),
/* harmony export */   k: () => (/* binding */ programName)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _judge_confirm_shell_words_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7526);


const PROGRAM = "mx-gate";
function programName({ called, folder, env }) {
    const path = called.replaceAll("\\", "/");
    const installed = /(?:^|\/)(?:mx-gate|node_modules\/mx-gate\/dist\/cli\/index\.js)$/.test(path);
    if (installed && env["npm_command"] === "exec")
        return `npx ${PROGRAM}`;
    if (env["npm_lifecycle_event"] === "start" && path.endsWith("/src/cli.ts"))
        return "npm start --silent --";
    const word = (0,_judge_confirm_shell_words_js__WEBPACK_IMPORTED_MODULE_1__/* .pathWord */ .Um)(fromFolder(path, folder));
    if (word === undefined)
        return PROGRAM;
    if (!installed)
        return `node ${word}`;
    const folders = (env["PATH"] ?? "").replaceAll("\\", "/").split(node_path__WEBPACK_IMPORTED_MODULE_0__.delimiter);
    const found = path.endsWith(".js") || folders.includes(path.slice(0, -"/mx-gate".length));
    return found ? PROGRAM : word;
}
function fromFolder(path, folder) {
    const below = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(folder, path).replaceAll("\\", "/");
    return below === "" || below.startsWith("..") ? path : below;
}


/***/ }),

/***/ 5157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   XS: () => (/* binding */ printPage),
/* harmony export */   _I: () => (/* binding */ withInertStreams)
/* harmony export */ });
/* unused harmony export inertStream */
/* harmony import */ var _system_files_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1870);
/* harmony import */ var _system_streams_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2552);
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8944);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5989);




function inertStream(stream) {
    return {
        write: (text, done) => stream.write((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .inertLines */ .wi)(text), done),
        on: (event, listener) => stream.on(event, listener),
        get isTTY() {
            return stream.isTTY;
        },
        get columns() {
            return stream.columns;
        },
    };
}
function withInertStreams(process) {
    return {
        env: process.env,
        stdout: inertStream(process.stdout),
        stderr: inertStream(process.stderr),
        get stdin() {
            return process.stdin;
        },
    };
}
async function printPage(page, { stdout, stderr }) {
    try {
        await (0,_system_streams_js__WEBPACK_IMPORTED_MODULE_1__/* .outputTo */ .d)(stdout).writeAll([page]);
        return 0;
    }
    catch (error) {
        const reason = (0,_system_files_js__WEBPACK_IMPORTED_MODULE_0__/* .failureReason */ .Hr)(error);
        if (reason === undefined)
            throw error;
        stderr.write(`Nothing could be written to stdout: ${reason}.\n`);
        return _exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .UNWRITTEN */ .RS;
    }
}


/***/ }),

/***/ 4606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ versionPage)
/* harmony export */ });
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3411);

function versionPage() {
    return `mx-gate ${_version_js__WEBPACK_IMPORTED_MODULE_0__/* .VERSION */ .x}\n`;
}


/***/ }),

/***/ 8944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ metricLabel),
/* harmony export */   BC: () => (/* binding */ sarifText),
/* harmony export */   Fo: () => (/* binding */ terminal),
/* harmony export */   IE: () => (/* binding */ xmlAttribute),
/* harmony export */   MJ: () => (/* binding */ terminalLines),
/* harmony export */   Pq: () => (/* binding */ json),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   _n: () => (/* binding */ xml),
/* harmony export */   _s: () => (/* binding */ htmlAttribute),
/* harmony export */   qy: () => (/* binding */ html),
/* harmony export */   wD: () => (/* binding */ markdown),
/* harmony export */   wi: () => (/* binding */ inertLines),
/* harmony export */   zW: () => (/* binding */ fencedBlock)
/* harmony export */ });
/* unused harmony exports commandData, commandProperty, logLine */
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7819);

function visible(text) {
    return disarmed((0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text, Number.POSITIVE_INFINITY));
}
const PLAIN_LINES = /^[ -~\n]*$/;
function isPlain(text) {
    return PLAIN_LINES.test(text) && !text.includes("##") && !text.includes("::");
}
function visibleLines(text) {
    return isPlain(text) ? text : text.split("\n").map(visible).join("\n");
}
function terminal(text) {
    return visible(text);
}
function terminalLines(text) {
    return visibleLines(text);
}
function disarmed(text) {
    return text.includes("##") ? text.replaceAll(/##(?=[\w-]*\[)/g, "##\\") : text;
}
function commandData(text) {
    return visibleLines(text).replaceAll("%", "%25").replaceAll("\n", "%0A");
}
function commandProperty(text) {
    return visible(text).replaceAll("%", "%25").replaceAll(":", "%3A").replaceAll(",", "%2C");
}
const COMMAND_START = /(^|[\r\n])((?:[^\S\r\n]|\x85|\x1b\[[\d;]*[A-Za-z])*)(?=:(?:\x1b\[[\d;]*[A-Za-z])*:)/gu;
function inertLines(text) {
    return isPlain(text) ? text : disarmed(text).replaceAll(COMMAND_START, "$1$2\\");
}
function logLine(line) {
    return inertLines(line.replaceAll(/[\r\n]/g, " "));
}
function metricLabel(text) {
    return visible(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"');
}
const HTML_ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
};
function htmlAttribute(text) {
    return visible(text).replaceAll(/[&<>"']/g, (character) => HTML_ENTITIES[character] ?? character);
}
const HEX_EMOJI = "(?:a|b|ab|abc|abcd|bee|cd|100|1234):";
const LIVELY = `@|#|:(?=//|${HEX_EMOJI}|(?![\\da-f]{1,4}:)[\\w+-]+:)|www(?=\\.)|\\bGH(?=-\\d)|\\$`;
function settle(lively) {
    return lively === "$" ? "<span>$</span>" : `${lively}<wbr>`;
}
const HTML_SPECIAL = new RegExp(`[&<>"']|${LIVELY}`, "giu");
function html(text) {
    return visible(text).replaceAll(HTML_SPECIAL, (found) => HTML_ENTITIES[found] ?? settle(found));
}
const MARKDOWN_ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "|": "&#124;",
    "\\": "&#92;",
};
const MARKDOWN_SPECIAL = new RegExp(`[&<>|\\\\\`*_[\\]~]|${LIVELY}`, "giu");
function markdown(text) {
    return visible(text)
        .trim()
        .replaceAll(MARKDOWN_SPECIAL, (found) => {
        const entity = MARKDOWN_ENTITIES[found];
        if (entity !== undefined)
            return entity;
        return "`*_[]~".includes(found) ? `\\${found}` : settle(found);
    })
        .replace(/^([-+=]|::)/, "\\$1")
        .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}
function fenceFor(text, atLeast) {
    let length = atLeast;
    for (const [run] of text.matchAll(/`+/g))
        length = Math.max(length, run.length + 1);
    return "`".repeat(length);
}
function codeSpan(text) {
    const content = visible(text);
    if (content === "")
        return "";
    const fence = fenceFor(content, 1);
    const padding = /^[ `]|[ `]$/.test(content) && content.trim() !== "" ? " " : "";
    return `${fence}${padding}${content}${padding}${fence}`;
}
function fencedBlock(lines, language = "") {
    const content = lines.map((line) => inertLines(visible(line)));
    const fence = fenceFor(content.join("\n"), 3);
    return [`${fence}${language}`, ...content, fence].join("\n");
}
function sarifText(text) {
    return inertLines(visibleLines(text))
        .replaceAll("](", "] (")
        .replaceAll(/\{(?=\d+\})/g, "{ ");
}
function xml(text) {
    return (isPlain(text) ? text : inertLines(visibleLines(text))).replaceAll("]]>", "]] >");
}
const XML_ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    '"': "&quot;",
    "\n": "&#xA;",
};
function xmlAttribute(text) {
    return xml(text).replaceAll(/[&<"\n]/g, (character) => XML_ENTITIES[character] ?? character);
}
const JSON_LIVELY = new RegExp(`[${_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .INVISIBLE_CLASS */ .Vb}]`, "gu");
const JSON_COMMANDS = /#(?=#|\[)|(?<=[" ]):(?=:)/g;
function jsonEscape(text) {
    return Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`).join("");
}
function json(text) {
    const visible = text.replaceAll(/[^ -~]+/g, (run) => run.replaceAll(JSON_LIVELY, jsonEscape));
    const mayCommand = visible.includes("::") || visible.includes("#");
    return mayCommand ? visible.replaceAll(JSON_COMMANDS, jsonEscape) : visible;
}


/***/ }),

/***/ 7819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ quoteName),
/* harmony export */   Vb: () => (/* binding */ INVISIBLE_CLASS),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   aT: () => (/* binding */ quoteWire),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   yZ: () => (/* binding */ joinWords)
/* harmony export */ });
/* unused harmony export QUOTE_LIMIT */
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3136);

const QUOTE_LIMIT = 600;
const INVISIBLE_CLASS = String.raw `\u{16fe4}\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{1d159}\u{13441}\u{13442}`;
const INVISIBLE = new RegExp(`[${INVISIBLE_CLASS}]|(?! )\\p{Zs}`, "gu");
const LOOSE_MARKS = /(?<![\p{L}\p{N}\p{M}\u25cc])\p{M}+|(?<=\p{M}{8})\p{M}+/gu;
const PLAIN = /^[ -~]*$/;
function escapeCharacter(character) {
    const code = character.codePointAt(0) ?? 0;
    if (code === 0x0a)
        return "\\n";
    if (code === 0x0d)
        return "\\r";
    if (code === 0x09)
        return "\\t";
    if (code < 0x100)
        return `\\x${code.toString(16).padStart(2, "0")}`;
    return `\\u{${code.toString(16)}}`;
}
function makeVisible(text) {
    return text
        .replaceAll(INVISIBLE, escapeCharacter)
        .replaceAll(LOOSE_MARKS, (marks) => Array.from(marks, escapeCharacter).join(""));
}
function quote(fact, limit = QUOTE_LIMIT) {
    const cut = fact.length > limit ? fact.slice(0, limit) : fact;
    const visible = PLAIN.test(cut) ? cut : makeVisible(cut);
    return (fact.length > limit ? `${visible}\u2026 (${String(fact.length - limit)} more)` : visible);
}
function quoteWire(latin1, limit = QUOTE_LIMIT) {
    let decoded;
    try {
        decoded = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(latin1, "latin1"));
    }
    catch {
        decoded = latin1;
    }
    return quote(decoded, limit);
}
function quoteName(name) {
    if (!name.includes("xn--"))
        return quote(name, 255);
    const unicode = (0,node_url__WEBPACK_IMPORTED_MODULE_0__.domainToUnicode)(name);
    return unicode === "" || unicode === name ? quote(name, 255) : quote(`${name} (${unicode})`, 520);
}
function words(literals, ...values) {
    let said = literals[0] ?? "";
    for (let index = 1; index < literals.length; index++)
        said += `${values[index - 1] ?? ""}${literals[index] ?? ""}`;
    return said;
}
function joinWords(parts, separator) {
    return parts.join(separator);
}


/***/ }),

/***/ 3411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ TOOL),
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
const VERSION = "1.0.0";
const TOOL = { name: "mx-gate", version: VERSION };


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(9069);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
