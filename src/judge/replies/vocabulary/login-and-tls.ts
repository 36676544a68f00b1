/** Words by which a server asks for a login or for TLS first. */
import type { Vocabulary } from "../lexicon.ts";

export type LoginConcept =
  /** Authentication by name. */
  | "auth"
  /** Wanted and missing, in one phrase. */
  | "authMissing"
  /** Encryption by name. */
  | "tls"
  | "tlsMissing";

export const loginAndTls: Vocabulary<LoginConcept> = {
  auth: [
    {
      source: "RFC 4954 4, 6: AUTH, authentication",
      phrases: [
        "auth",
        "smtp auth",
        "authenticat*",
        "log in",
        "login",
        "logged in",
        "logged on",
        "log on first",
        "signed on",
        "sign on",
        "authenticated session|user|users|client|clients|sender|senders|connection*",
        "logon",
        "log on",
        "credentials",
        "password",
        "username and password",
        "sign in",
        "signed in",
        "signin",
        "sasl",
        "authorization required",
        "pop before smtp",
      ],
    },
    {
      source: "German, Dutch: Authentifizierung, Anmeldung, aanmelden",
      phrases: [
        "authentifizier*",
        "authentisier*",
        "anmeld*",
        "angemeldet",
        "melden sie sich",
        "einlogg*",
        "authenticatie",
        "aanmeld*",
        "inlogg*",
      ],
    },
    {
      source: "French: authentification, s'authentifier, s'identifier",
      phrases: ["authentifi*", "identifi*"],
    },
    {
      source: "Spanish, Portuguese, Italian: autenticación, autenticação, autenticazione",
      phrases: [
        "autentica*",
        "autentific*",
        "autenticarse",
        "inicia|iniciar|inicie sesion",
        "fazer|faca|faz login",
        "fare|effettuare accesso",
        "effettua|effettuare login",
      ],
    },
    {
      source: "Polish, Russian: uwierzytelnianie, autoryzacja, аутентификация, авторизация",
      phrases: ["uwierzyteln*", "autoryzac*", "logowani*", "zalog*", "аутентификац*", "авториз*"],
    },
    {
      source: "Chinese, Japanese: 认证, 验证, 登录, 認証, ログイン",
      phrases: ["认证", "認證", "身份验证", "登录", "登入", "認証", "ログイン"],
    },
  ],
  authMissing: [
    {
      source: "RFC 4954 6; Exchange: client was not authenticated; Zimbra, Mimecast: failed to authenticate",
      phrases: [
        "unauthenticated",
        "not authenticated",
        "non authenticated",
        "not logged in",
        "failed to authenticate",
        "must authenticate",
        "authentication required",
        "authentication needed",
        "authentication necessary",
        "auth required",
        "auth first",
        "no auth",
        "authorization needed",
        "issue auth",
        "issue auth command",
        "must authorize|authorise",
        "must first authorize|authorise|authenticate|login",
        "first authorize|authorise|authenticate|login",
        "authorize|authorise|authenticate first|before",
        "not authentifi*",
        "check mail before",
        "check your mail before",
        "use smtp auth*",
        "enable smtp auth*",
        "enable authentication",
        "receive mail before",
        "receive your mail before",
        "signed in send",
        "only authenticated",
        "authenticated users|senders|clients|sessions only",
        "anonymous senders|users|clients|access|mail not allowed|permitted|accepted",
        "no anonymous",
      ],
    },
  ],
  tls: [
    {
      source: "RFC 3207: STARTTLS; RFC 8461, RFC 8689",
      phrases: [
        "starttls",
        "start tls",
        "tls",
        "ssl",
        "encrypt*",
        "requiretls",
        "cipher*",
        "plaintext",
        "plain text",
        "cleartext",
        "clear text",
        "unencrypted",
        "secure connection",
        "secure channel",
        "secured connection",
        "insecure connection",
      ],
    },
    {
      source:
        "German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Chinese, Japanese for encryption",
      phrases: [
        "verschlussel*",
        "verschluessel*",
        "chiffr*",
        "cifrad*",
        "criptograf*",
        "crittograf*",
        "cifrat*",
        "versleutel*",
        "szyfr*",
        "шифрован*",
        "加密",
        "暗号",
      ],
    },
  ],
  tlsMissing: [
    {
      source:
        "RFC 3207 4: Must issue a STARTTLS command first, 554 Command refused due to lack of security; RFC 3463 X.7.10, RFC 5248 523",
      phrases: [
        "issue starttls",
        "starttls first",
        "starttls command first",
        "starttls required",
        "tls required",
        "encryption required",
        "encryption needed",
        "encryption too weak",
        "lack of security",
        "lack security",
        "security level",
        "unencrypted connection*",
        "use tls",
        "use starttls",
        "without tls",
        "without encryption",
        "not encrypted",
      ],
    },
  ],
};
