/** Of whom or what a clause speaks. */
import type { Vocabulary } from "../../lexicon.ts";
import { clientSubjects } from "./client-subjects.ts";

export type Subject =
  /** Person, account or address that mail is for. */
  | "recipient"
  /** The recipient's box; "unavailable" means another thing of a box than of a server. */
  | "mailbox"
  /** An address, it is not said whose. */
  | "address"
  /** The sender in MAIL. */
  | "sender"
  /** This client: its address, its name, its greeting, its connection. */
  | "client"
  /** The recipient, quoted: "<x>: inactive" speaks of it, and much else only stands behind it. */
  | "quoted"
  /** A mail domain or host that mail is for. */
  | "domain"
  /** The server that speaks, or a part of it. */
  | "server";

export const subjects: Vocabulary<Subject> = {
  recipient: [
    {
      source: "RFC 5321 3.3, 4.2.2: recipient, user; RFC 3464 2.3: recipient address",
      phrases: [
        "recipient*",
        "recipent*|recepient*|receipient*|reciepient*|reciever*|receiver*",
        "user|users",
        "addressee*",
        "rcpt",
        "rcpt to",
        "rcptto",
        "forward path",
        "subscriber",
      ],
    },
    {
      source: "RFC 3463 3.2: destination mailbox address; qmail-smtpd(8): envelope recipient",
      phrases: [
        "email address*",
        "e-mail address*",
        "recipient address*",
        "destination address*",
        "destination mailbox*",
        "destination user*",
        "target address*",
        "envelope recipient*",
        "destin",
        "mailing list*",
        "distribution list*",
        "member|members",
        "person",
        "employee",
        "forwarder",
        "local user*",
        "local part",
      ],
    },
    { source: "aliases(5) of Sendmail and Postfix", phrases: ["alias", "aliases", "username"] },
    {
      source: "German: Empfänger, Adressat, Benutzer, Teilnehmer (RFC 5321's recipient and user)",
      phrases: ["empfanger*", "empfaenger*", "adressat*", "benutzer*", "nutzer*"],
    },
    { source: "French: destinataire, utilisateur", phrases: ["destinataire*", "utilisateur*", "usager"] },
    {
      source: "Spanish, Portuguese, Italian: destinatario, usuario, utilizador, utente",
      phrases: ["destinatari*", "usuari*", "utilizador*", "utent*"],
    },
    {
      source: "Dutch: ontvanger, gebruiker, geadresseerde",
      phrases: ["ontvanger*", "gebruiker*", "geadresseerde*"],
    },
    { source: "Polish: odbiorca, adresat, użytkownik", phrases: ["odbiorc*", "adresat*", "uzytkowni*"] },
    {
      source: "Russian: получатель, адресат, пользователь",
      phrases: ["получател*", "адресат*", "пользовател*"],
    },
    {
      source: "Chinese: 收件人, 用户, 用戶, 收信人",
      phrases: ["收件人", "收信人", "用户", "用戶", "接收者"],
    },
    {
      source: "Japanese: 受信者, 宛先, 利用者, ユーザー, ユーザ",
      phrases: ["受信者", "宛先", "宛て先", "あて先", "利用者", "ユーザー", "ユーザ", "受取人"],
    },
  ],
  mailbox: [
    {
      source: "RFC 5321 2.3.11: mailbox; RFC 3463 3.3",
      phrases: [
        "mailbox*",
        "mail box*",
        "inbox",
        "maildrop",
        "mbox",
        "mail folder",
        "email account*",
        "account*",
        "maildir",
      ],
    },
    {
      source: "German: Postfach, Mailbox, Konto",
      phrases: ["postfach*", "postfacher", "konto", "mailkonto"],
    },
    { source: "French: boîte aux lettres, BAL, compte", phrases: ["boite*", "bal", "compte"] },
    { source: "Spanish: buzón, cuenta", phrases: ["buzon*", "cuenta*", "casilla"] },
    { source: "Portuguese: caixa (postal, de correio), conta", phrases: ["caixa*", "conta"] },
    { source: "Italian: casella (di posta), account", phrases: ["casella*", "caselle"] },
    { source: "Dutch: postbus, mailbox", phrases: ["postbus*", "brievenbus"] },
    { source: "Polish: skrzynka, konto", phrases: ["skrzynk*", "konta"] },
    { source: "Russian: (почтовый) ящик, учётная запись, аккаунт", phrases: ["ящик*", "учетн*", "аккаунт*"] },
    {
      source: "Chinese: 邮箱, 郵箱, 信箱, 账号, 帐号, 帐户, 账户",
      phrases: ["邮箱", "郵箱", "信箱", "账号", "帐号", "帳號", "帐户", "账户"],
    },
    { source: "Japanese: メールボックス, アカウント", phrases: ["メールボックス", "アカウント"] },
  ],
  address: [
    {
      source: "RFC 5321 2.3.11: address; RFC 3463 3.2",
      phrases: ["address|addresses", "addr", "mailaddress*", "emailaddress*", "mail address*"],
    },
    {
      source: "German, French, Italian, Spanish, Portuguese, Dutch and Polish for address",
      phrases: [
        "adresse*",
        "mailadresse*",
        "emailadresse*",
        "adress*",
        "indirizzo",
        "direccion",
        "endereco",
        "adres*",
      ],
    },
    { source: "Russian, Chinese and Japanese for address", phrases: ["адрес*", "地址", "アドレス"] },
  ],
  sender: clientSubjects.sender,
  client: clientSubjects.client,
  quoted: [
    { source: "Sendmail, Postfix, iCloud: the recipient stands before the cause", phrases: ["<recipient>"] },
  ],
  domain: [
    {
      source:
        "RFC 3463 X.1.2 (destination system address), X.4.4; RFC 7505; postconf(5) reject_unknown_recipient_domain",
      phrases: [
        "domain*",
        "domain name",
        "recipient domain*",
        "recipients domain*",
        "recipient address domain*",
        "recipient s domain*",
        "domain of recipient*",
        "destination domain*",
        "destination host*",
        "destination system*",
        "destination server*",
        "destination",
        "recipient host",
        "target domain*",
        "mail domain",
        "email domain",
        "hosting account*",
        "customer account*",
        "route",
        "host",
        "mail exchanger*",
        "mx",
        "mx record*",
        "mx host*",
        "zone",
        "tenant*",
        "<domain>",
      ],
    },
    {
      source: "German, French, Spanish, Portuguese, Italian, Dutch and Polish for domain",
      phrases: ["domane*", "domaene*", "domaine*", "dominio*", "domein*", "domen*"],
    },
    {
      source: "the same languages, Russian, Chinese and Japanese for the domain of the recipient",
      phrases: [
        "empfangerdomain*|empfaengerdomain*|empfangerdomane*|zieldomain*|zieldomane*",
        "domain|domane empfangers|empfaengers",
        "domaine destinataire*",
        "domaine du|des destinataire*",
        "domaine destination",
        "dominio destinatari*|destino|destinazione",
        "dominio del|dello|dei|dos|do destinatari*",
        "domein van ontvanger*|geadresseerde*",
        "ontvangersdomein*",
        "domen* odbiorc*|adresat*",
        "домен* получател*|адресат*",
        "收件人域名",
        "收件人的域名",
        "目标域名",
        "宛先ドメイン",
        "宛先のドメイン",
        "受信者ドメイン",
      ],
    },
    {
      source: "Russian, Chinese and Japanese for domain",
      phrases: ["домен*", "域", "域名", "网域", "ドメイン"],
    },
  ],
  server: [
    {
      source: "RFC 5321 4.2.2: service, local error, system; RFC 3463 X.3.x mail system",
      phrases: [
        "server*",
        "service*",
        "system*",
        "mail system",
        "mail server*",
        "mailserver*",
        "gateway",
        "queue*",
        "database*",
        "disk*",
        "resources",
        "memory",
        "cpu",
        "cache",
        "backend*",
        "ldap",
        "cluster",
        "process*",
        "delivery agent",
        "serveur*",
        "servidor*",
        "servizio",
        "servicio",
        "servico",
        "serwer*",
        "dienst",
        "usluga",
        "serwis",
        "службa|служба|сервис",
        "сервер*",
        "服务器",
        "伺服器",
        "サーバ",
        "my ip*",
        "our ip*",
        "my address*",
        "local host",
        "account service*",
        "mailbox service*|server*",
      ],
    },
  ],
};
