/** The checks in their order. */
import { bannerCheck } from "./banner.ts";
import { certificateCheck } from "./certificate.ts";
import { connectCheck } from "./connect.ts";
import { ehloCheck } from "./ehlo.ts";
import { mxCheck } from "./mx.ts";
import { relayCheck } from "./relay.ts";
import { starttlsCheck } from "./starttls.ts";
import type { DomainCheck, EndpointCheck } from "../outcome.ts";

export const DOMAIN_CHECKS: readonly DomainCheck[] = [mxCheck];

export const ENDPOINT_CHECKS: readonly EndpointCheck[] = [
  connectCheck,
  bannerCheck,
  ehloCheck,
  starttlsCheck,
  certificateCheck,
  relayCheck,
];
