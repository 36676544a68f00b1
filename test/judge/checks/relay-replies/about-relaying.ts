/** Recipients accepted, and relaying refused. */
import type { Said } from "./real-reply.ts";

export const accepted: readonly Said[] = [
  ["Postfix", "250 2.1.5 Ok"],
  ["Exim", "250 Accepted"],
  ["Exchange", "250 2.1.5 Recipient OK"],
  ["Sendmail", "250 2.1.5 <probe@example.com>... Recipient ok (will queue)"],
  ["Cisco IronPort", "250 recipient <probe@example.com> ok"],
  ["a server that forwards", "251 User not local; will forward"],
];

export const relayRefused: readonly Said[] = [
  ["Postfix", "554 5.7.1 <probe@example.com>: Relay access denied"],
  ["Postfix, defer_unauth_destination", "454 4.7.1 <probe@example.com>: Relay access denied"],
  ["Postfix 2.0", "554 <probe@example.com>: Recipient address rejected: Relay access denied"],
  [
    "Postfix, smtpd_reject_footer",
    "554 5.7.1 <probe@example.com>: Relay access denied; for help visit https://mx.example.net/",
  ],
  [
    "Postfix, POP before SMTP",
    "554 5.7.1 <probe@example.com>: Relay access denied (maybe you need to check mail via POP3 first)",
  ],
  ["Postfix, smtpd_tls_auth_only", "530 5.7.0 Must issue a STARTTLS command first"],
  ["Exim", "550 relay not permitted"],
  ["Exim, as Debian ships it", "550 Relay not permitted"],
  [
    "cPanel",
    [
      "550-host.example.net [192.0.2.1]:49152 is not permitted to relay",
      "550-through this server without authentication.",
      "550 Please turn on SMTP Authentication in your mail client.",
    ],
  ],
  [
    "cPanel, POP before SMTP",
    [
      "550-host.example.net (probe) [192.0.2.1] is",
      "550-currently not permitted to relay through this server. Perhaps you have not",
      "550-logged into the pop/imap server in the last 30 minutes or do not have SMTP",
      "550 Authentication turned on in your email client.",
    ],
  ],
  ["Exchange 2003", "550 5.7.1 Unable to relay for probe@example.com"],
  ["Exchange 2010", "550 5.7.1 Unable to relay"],
  ["Exchange 2019", "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain"],
  [
    "Exchange Online",
    "550 5.7.64 TenantAttribution; Relay Access Denied [AM0EUR02FT040.eop-EUR02.prod.protection.outlook.com]",
  ],
  [
    "Exchange Online, submission",
    "530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM",
  ],
  ["Exchange, submission", "530 5.7.1 Client was not authenticated"],
  [
    "Gmail, submission",
    [
      "530-5.7.0 Authentication Required. For more information, go to",
      "530 5.7.0  https://support.google.com/mail/?p=WantAuthError a640c23a62f3a-gsmtp",
    ],
  ],
  [
    "Google Workspace relay",
    [
      "550-5.7.0 Mail relay denied [192.0.2.1]. Invalid credentials for relay for one of",
      "550 5.7.0 the domains in: example.net (as obtained from HELO and MAIL FROM).",
    ],
  ],
  ["Yahoo", "550 relaying denied for <probe@example.com>"],
  ["Yahoo, submission", "530 5.7.1 Authentication required"],
  ["Sendmail", "550 5.7.1 <probe@example.com>... Relaying denied"],
  ["Sendmail with AUTH", "550 5.7.1 <probe@example.com>... Relaying denied. Proper authentication required."],
  [
    "Sendmail, client without a name",
    "550 5.7.1 <probe@example.com>... Relaying denied. IP name lookup failed [192.0.2.1]",
  ],
  [
    "Sendmail, client with a wrong name",
    "550 5.7.1 <probe@example.com>... Relaying denied. IP name possibly forged [192.0.2.1]",
  ],
  [
    "Sendmail, name server down",
    "450 4.7.1 <probe@example.com>... Relaying temporarily denied. Cannot resolve PTR record for 192.0.2.1",
  ],
  ["qmail", "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)"],
  [
    "netqmail with TLS",
    "553 sorry, that domain isn't in my list of allowed rcpthosts; no valid cert for gatewaying (#5.7.1)",
  ],
  [
    "qmail with SMTP AUTH",
    "553 sorry, that domain isn't allowed to be relayed thru this MTA without authentication (#5.7.1)",
  ],
  ["qmail-ldap", "553 sorry, relaying denied from your location [192.0.2.1] (#5.7.1)"],
  ["spamdyke", "554 Refused. Sending to remote addresses (relaying) is not allowed."],
  ["hMailServer", "530 SMTP authentication is required."],
  [
    "MailEnable",
    "503 This mail server requires authentication when attempting to send to a non-local e-mail address. Please check your mail client settings or contact your administrator to verify that the domain or address is defined for this server.",
  ],
  [
    "a server that names the way out",
    "550 RCPT TO:<probe@example.com> Relaying not allowed - please use SMTP AUTH",
  ],
  ["Lotus Domino", "554 Relay rejected for policy reasons."],
  ["Kerio Connect", "550 5.7.1 Relaying to <probe@example.com> denied (authentication required)"],
  ["an older server", "501 This system is not configured to relay mail to <probe@example.com> for 192.0.2.1"],
  ["a server with a code of its own", "571 probe@example.com prohibited. We do not relay"],
  ["Merak", "550 5.7.1 <probe@example.com>... we do not relay <probe@example.net>"],
  ["Courier", "513 Relaying denied."],
  ["SurgeMail", "550 relaying mail to example.com is not allowed"],
  ["SmarterMail", "550 Authentication is required for relay"],
  ["Zoho", "553 Relaying disallowed as probe@example.net"],
  ["a firewall appliance", "550 relaying to <probe@example.com> prohibited by administrator"],
  ["a small server", "551 This server does not relay"],
  ["a blunt one", "550 not an open relay, so get lost"],
  ["an old one", "551 we don't relay mail for example.com"],
  ["a server that wants a login first", "550 5.7.1 Authentication required"],
];
