/** What CI runners obey in the output of a step. */

/**
 * Lines as GitHub's runner reads them (System.IO.StreamReader.ReadLine), and commands as it finds them: `::name::` at
 * the start of a line once trimmed, `##[name]` anywhere (actions/runner ActionCommand.cs). .NET compares by culture
 * there, and then what Unicode lets a renderer ignore, controls, and marks without weight do not count. Beside them
 * Azure Pipelines (`##vso[`), TeamCity (`##teamcity[`), and GitLab (`section_start:`, which needs a bare CR and ESC).
 */
export function commandsOfRunners(text: string): string[] {
  return text.split(/\r\n|[\r\n]/).flatMap((line) => {
    const plain = line.replaceAll(/\u001b\[[\d;]*[A-Za-z]/g, "").replaceAll(IGNORED, "");
    const found = [/^[\s\u0085]*::.*/, /##[\w-]*\[.*/].flatMap((form) => form.exec(plain) ?? []);
    return [...found, ...(/section_(?:start|end):\d+:.*\u001b\[0K/.exec(line) ?? [])];
  });
}

const IGNORED = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]|(?<![\p{L}\p{N}\p{M}])\p{M}+/gu;
