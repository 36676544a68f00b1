import { meet } from "./meeting.ts";

meet("floods");
