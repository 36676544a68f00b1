/** What is said of a subject. */
import type { Vocabulary } from "../lexicon.ts";
import { inactivity } from "./inactivity.ts";
import { limits } from "./limits.ts";
import { moments } from "./subjects/moments.ts";
import { nonexistence } from "./nonexistence.ts";
import { refusals } from "./refusals.ts";
import { requirements } from "./requirements.ts";

export type Predicate =
  /** It does not exist, or is not known. */
  | "unknown"
  /** It exists, and is switched off. */
  | "inactive"
  /** No room is left. */
  | "full"
  /** Too many, too fast, too much. */
  | "rate"
  | "unavailable"
  /** It is not taken. */
  | "notAccepted"
  /** It is kept out for what it is. */
  | "blocked"
  /** Missing on a list of those that are served. */
  | "notInList"
  /** On a list of those that are kept out. */
  | "banned"
  /** Denied, rejected, forbidden: says that, and not why. */
  | "refused"
  /** A no that stands alone. */
  | "negated"
  | "failed"
  /** Wanted and missing. */
  | "required"
  /** For now. */
  | "temporary"
  /** A policy, it is not said of what. */
  | "policy";

export const predicates: Vocabulary<Predicate> = {
  unknown: nonexistence.unknown,
  inactive: inactivity.inactive,
  full: limits.full,
  rate: limits.rate,
  unavailable: inactivity.unavailable,
  notAccepted: [
    {
      source:
        "RFC 7504, RFC 7505: does not accept mail; smtpd(8) of qmail: mail to that recipient is not accepted",
      phrases: [
        "not accept*",
        "no mail accept*",
        "not accepting",
        "not receive*",
        "not receiving",
        "not allow* receive",
        "not able receive",
        "unable receive",
        "can not receive",
        "not deliverable",
        "undeliverable",
        "not deliverable",
        "not take mail",
      ],
    },
    {
      source: "Russian, Chinese, French, German for not accepted",
      phrases: [
        "не принима*",
        "不接受",
        "不收",
        "不接收",
        "拒收",
        "n accepte pas",
        "nimmt keine",
        "no acepta*",
        "nao aceita*",
        "non accetta*",
        "accepteert geen",
        "nie przyjmuje",
        "受け付け",
      ],
    },
  ],
  blocked: [
    {
      source: "postmaster pages of Comcast, AT&T, Apple, Yandex: blocked",
      phrases: [
        "blocked",
        "blocked by admin|admins|administrator|administrators|administration|postmaster|owner",
        "block",
        "blocks",
        "blocking",
        "barred",
        "quarantined",
        "denylisted",
        "suspicious",
      ],
    },
    { source: "French, Chinese, Japanese for blocked", phrases: ["封禁", "屏蔽", "被封", "ブロック"] },
  ],
  notInList: [
    {
      source: "qmail-smtpd(8), chkuser: a list of domains, or of recipients",
      phrases: [
        "not in my",
        "not in our",
        "not in list",
        "not on list",
        "not on my|our",
        "not one of my|our",
        "not one my|our",
        "not any of our",
      ],
    },
  ],
  banned: [
    {
      source:
        "Postfix access(5), policyd, iRedAPD, BarricadeMX: a list whose entry may be client, sender or recipient",
      phrases: ["blacklist*", "black list*", "black listed", "black mail", "black", "listed", "on deny list"],
    },
  ],
  refused: refusals.refused,
  negated: [
    {
      source: "English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian negations",
      phrases: [
        "not",
        "never",
        "non",
        "nicht",
        "pas",
        "nao",
        "niet",
        "nie",
        "не",
        "不",
        "未",
        "没",
        "無",
        "无",
        "せん",
        "ない",
      ],
    },
  ],
  failed: [
    {
      source: "RFC 3463 X.7.5, RFC 7372: check or verification failed",
      phrases: [
        "fail*",
        "failure*",
        "unsuccessful",
        "not pass*",
        "not match*",
        "mismatch*",
        "not verif*",
        "could not verify",
        "error*",
      ],
    },
    {
      source: "German, French, Spanish, Russian, Chinese for failed",
      phrases: [
        "fehlgeschlagen",
        "fehler*",
        "echec*",
        "echoue*",
        "fallo",
        "falhou",
        "fallit*",
        "fout*",
        "blad*",
        "erro|errore|errores|errori",
        "ошибк*",
        "storing",
        "problem*|probleem|problema*|probleme*",
        "сбой*",
        "エラー",
        "错误",
        "失败",
        "失敗",
      ],
    },
  ],
  required: requirements.required,
  temporary: moments.temporary,
  policy: [
    {
      source: "RFC 3463 X.7.x: security or policy status",
      phrases: ["policy|policies", "administrative*", "rejecting due security policy"],
    },
  ],
};
