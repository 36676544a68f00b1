/** Predicates: wanted and missing. */
import type { Vocabulary } from "../lexicon.ts";

export const requirements: Vocabulary<"required"> = {
  required: [
    {
      source: "RFC 4954 6 (530 Authentication required), RFC 3207 4 (Must issue a STARTTLS command first)",
      phrases: [
        "required",
        "require*",
        "need*",
        "must",
        "mandatory",
        "first",
        "only",
        "necessary",
        "demanded",
        "enforced",
        "before",
        "missing",
        "expected",
      ],
    },
    {
      source: "German, Dutch: erforderlich, benötigt, vereist",
      phrases: [
        "erforderlich",
        "notwendig",
        "benotigt",
        "benoetigt",
        "muss|mussen|muessen",
        "vereist",
        "verplicht",
        "nodig",
        "zuerst",
      ],
    },
    {
      source: "French: requis, obligatoire, nécessaire",
      phrases: ["requis*", "obligatoire*", "necessaire*", "doit|devez"],
    },
    {
      source: "Spanish, Portuguese, Italian: requerida, necesaria, obrigatória, richiesta",
      phrases: [
        "requer*",
        "necesari*",
        "necessari*",
        "obligatori*",
        "obrigatori*",
        "richiest*",
        "debe",
        "deve",
        "exigid*",
      ],
    },
    {
      source: "Polish, Russian: wymagane, требуется, необходимо",
      phrases: ["wymagan*", "konieczn*", "требу*", "необходим*", "нужн*"],
    },
    {
      source: "Chinese, Japanese: 需要, 必须, 必要",
      phrases: ["需要", "必须", "必須", "請先", "请先", "必要", "求め"],
    },
  ],
};
