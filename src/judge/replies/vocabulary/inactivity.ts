/** Predicates: it exists, and is switched off or not to be had. */
import type { Vocabulary } from "../lexicon.ts";

export const inactivity: Vocabulary<"inactive" | "unavailable"> = {
  inactive: [
    {
      source:
        "RFC 3463 X.2.1: mailbox disabled, not accepting messages; RFC 5248 525; hMailServer, CommuniGate Pro: account disabled, suspended",
      phrases: [
        "inactive",
        "not active",
        "no longer active|available|valid|use|supported|accepted|accepts|accepting|on",
        "not longer",
        "disabled",
        "not enabled",
        "suspended",
        "deactivated",
        "discontinued",
        "terminated",
        "closed",
        "locked",
        "frozen",
        "expired",
        "deleted",
        "removed",
        "retired",
        "banned",
        "over inactivity",
        "dormant",
        "unused",
        "not activated",
        "hangup",
        "abandoned",
        "cancelled|canceled",
        "not in use",
        "left",
        "on hold",
      ],
    },
    {
      source: "German: deaktiviert, gesperrt, stillgelegt, gelöscht, inaktiv",
      phrases: ["deaktiviert", "gesperrt", "stillgelegt", "geloscht", "geloescht", "inaktiv", "abgelaufen"],
    },
    {
      source: "French: désactivé, suspendu, bloqué, clôturé, résilié",
      phrases: [
        "desactive*",
        "suspendu*",
        "bloque*",
        "cloture*",
        "resilie*",
        "ferme*",
        "inactif*",
        "inactive",
      ],
    },
    {
      source:
        "Spanish, Portuguese, Italian: suspendida, suspensa, sospeso, deshabilitado, desativado, disabilitato, bloqueado",
      phrases: [
        "suspendid*",
        "suspens*",
        "sospes*",
        "deshabilitad*",
        "desactivad*",
        "desabilitad*",
        "desativad*",
        "disabilitat*",
        "disattivat*",
        "inactiv*",
        "inativ*",
        "inattiv*",
        "bloquead*",
        "bloccat*",
        "cancelad*",
        "expirad*",
      ],
    },
    {
      source: "Dutch: geblokkeerd, opgeheven, uitgeschakeld",
      phrases: ["geblokkeerd", "opgeheven", "uitgeschakeld", "niet actief", "gedeactiveerd"],
    },
    {
      source: "Polish: zablokowany, nieaktywny, zawieszony, wyłączony",
      phrases: ["zablokowan*", "nieaktywn*", "zawieszon*", "wylaczon*", "usunie*"],
    },
    {
      source: "Russian: заблокирован, отключён, неактивен, удалён, приостановлен",
      phrases: ["заблокирован*", "отключен*", "неактив*", "удален*", "приостановлен*"],
    },
    {
      source: "Chinese: 未开通, 停用, 冻结, 注销, 禁用, 锁定, 过期",
      phrases: ["未开通", "未激活", "停用", "冻结", "凍結", "注销", "禁用", "锁定", "过期", "停权", "已被封"],
    },
    { source: "Japanese: 停止, 解約, 凍結", phrases: ["停止", "解約", "休止", "閉鎖"] },
  ],
  unavailable: [
    {
      source: "RFC 5321 4.2.3: unavailable, not available",
      phrases: ["unavailable", "not available", "no longer available here", "not reached"],
    },
    {
      source:
        "German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Chinese and Japanese for unavailable",
      phrases: [
        "nicht verfugbar",
        "nicht verfuegbar",
        "nicht erreichbar",
        "indisponible*",
        "no disponible*",
        "indisponivel*",
        "nao disponivel",
        "non disponibil*",
        "niet beschikbaar",
        "niedostepn*",
        "недоступ*",
        "不可用",
        "利用でき",
        "使用でき",
      ],
    },
  ],
};
