/** `mx-gate --help`: what the command does and every option, in a form that a person reads with pleasure. */
import {
  isForActionOnly,
  SETTING_NAMES,
  settings,
  type Setting,
  type SettingKind,
  type SettingName,
} from "../config/settings.ts";

const HEADINGS: Readonly<Record<Exclude<SettingKind, "policy">, string>> = {
  target: "What to test",
  judge: "What must hold",
  probe: "How servers are probed",
  run: "This run",
};

const USAGE = `Tests the mail transport of a domain the way a sending server meets it: every
MX host, every address, every check. Says what is broken, and how to fix it.

  mx-gate example.com                  test a domain
  mx-gate check                        test what .github/mx-gate.yml names
  mx-gate example.com --checks mx,mta-sts,tls-rpt      where port 25 is blocked
  mx-gate judge report.json            judge a recorded run again, offline
  mx-gate explain cert-expired         what a code means and what to do`;

const DISPLAY = `Output
  --json              print the report as JSON on stdout, and nothing else
  --quiet, -q         print one line per cause, nothing when the gate is open
  --verbose, -v       print all that was seen; -vv: SMTP transcripts, too
  --at DATE           judge: the moment to judge at, instead of the recorded one
  --help, -h          this page
  --version           the version

Exit status
  0         the gate is open
  1         closed by findings
  2         usage or configuration
  3         closed because something could not be tested from here
  70        a bug of mx-gate
  74        the gate is open, but a report could not be written
  130, 143  interrupted; what was finished is reported`;

/** Column at which descriptions begin. */
const INDENT = 30;

/** The page of help, for a terminal of this width. */
export function helpPage(width: number): string {
  const sections = (["target", "judge", "probe", "run"] as const).map((kind) => {
    const names = SETTING_NAMES.filter((name) => settings[name].kind === kind && !isForActionOnly(name));
    return [HEADINGS[kind], ...names.map((name) => optionLines(name, width))].join("\n");
  });
  return `${[USAGE, ...sections, DISPLAY].join("\n\n")}\n`;
}

function optionLines(name: SettingName, width: number): string {
  const setting: Setting = settings[name];
  const head =
    setting.flag === true
      ? `  --${setting.default === true ? "no-" : ""}${name}`
      : `  --${name} ${setting.placeholder}`;
  const standard =
    setting.defaultText === "" || setting.flag === true ? "" : ` [${plainText(setting.defaultText)}]`;
  const meaning =
    setting.flag === true && setting.default === true
      ? `Switch off: ${setting.description}`
      : setting.description;
  const lines = wrap(`${plainText(meaning)}${standard}`, Math.max(30, width - INDENT));
  const first =
    head.length < INDENT - 1
      ? `${head.padEnd(INDENT)}${lines[0] ?? ""}`
      : `${head}\n${" ".repeat(INDENT)}${lines[0] ?? ""}`;
  return [first, ...lines.slice(1).map((line) => " ".repeat(INDENT) + line)].join("\n");
}

/** Without the marks of Markdown. */
function plainText(markdown: string): string {
  return markdown.replaceAll("`", "").replaceAll(/\[([^[\]]*)\]\([^()]*\)/g, "$1");
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
