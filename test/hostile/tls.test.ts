import { meet } from "./meeting.ts";

meet("tls");
