/** The seven checks in their order. */
import { bannerCheck } from "./checks/banner.ts";
import { certificateCheck } from "./checks/certificate.ts";
import { connectCheck } from "./checks/connect.ts";
import { ehloCheck } from "./checks/ehlo.ts";
import { mxCheck } from "./checks/mx.ts";
import { relayCheck } from "./checks/relay.ts";
import { starttlsCheck } from "./checks/starttls.ts";
import type { DomainCheck, EndpointCheck } from "./outcome.ts";

export const DOMAIN_CHECKS: readonly DomainCheck[] = [mxCheck];

export const ENDPOINT_CHECKS: readonly EndpointCheck[] = [
  connectCheck,
  bannerCheck,
  ehloCheck,
  starttlsCheck,
  certificateCheck,
  relayCheck,
];
