import { meet } from "./meeting.ts";

meet("dear");
