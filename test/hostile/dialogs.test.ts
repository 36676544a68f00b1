import { meet } from "./meeting.ts";

meet("dialogs");
