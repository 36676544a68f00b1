/**
 * The two questions to a mail server: whether it forwards a stranger's mail to a stranger (`relay`), and whether it
 * takes the mail of the domains that name it as MX (`delivery`). It records the replies; what they mean is judged elsewhere.
 */
import {
  endedByServer,
  isAccepted,
  isAnswer,
  type ConnectionObservation,
  type DeliveryTransaction,
  type RelayTransaction,
  type Step,
} from "../observation.ts";
import { TRANSACTIONS_PER_CONNECTION } from "../bounds.ts";
import type { Postmasters } from "./postmasters.ts";
import type { AdviseOn, Refusal, RefusalAdvice } from "./refusal.ts";
import type { Session } from "./session.ts";
import { endedBy421, isRefusal, transact, type Answered } from "./transaction.ts";

export interface QuestionsPlan {
  /** Sender to begin with, empty for the null sender `<>`. */
  readonly sender: string;
  /** Foreign recipient; undefined where the relay test is not to be made. */
  readonly foreign: string | undefined;
  /** Undefined where the domains' own postmasters are not to be asked for. */
  readonly postmasters: Postmasters | undefined;
  /** Own postmasters first: the server hung up on the foreign recipient before. */
  readonly ownFirst?: boolean;
  /** No two commands in one write: the server reset a connection before, which took answers away that were on their way. */
  readonly stepByStep?: boolean;
  /** Told where the foreign recipient is refused with what may be over in a while. */
  readonly onForeignDeferred: () => void;
}

export interface QuestionsTools {
  readonly inTls: boolean;
  readonly pipelined: boolean;
  /** Sender to try where the first one is refused. */
  readonly secondSender: string;
  readonly heloName: string;
  readonly ownAddress: string | undefined;
  readonly host: string;
  readonly adviseOn: AdviseOn;
}

export type QuestionsObservation = Pick<ConnectionObservation, "relay" | "delivery">;

interface Foreign {
  readonly foreign: string;
}

interface Own {
  readonly domains: readonly string[];
}

/** Whom a transaction asks for: the foreign recipient, or the postmasters of these domains. */
type Group = Foreign | Own;

interface Tried {
  readonly group: Group;
  readonly sender: string;
  /** Undefined where the session ended before. */
  readonly answered: Answered | undefined;
}

/** Asks both questions, each in a transaction of its own. */
export async function askQuestions(
  session: Session,
  plan: QuestionsPlan,
  tools: QuestionsTools,
): Promise<QuestionsObservation> {
  const questions = new Questions(session, plan, tools);
  await questions.ask();
  return questions.observed();
}

class Questions {
  readonly #session: Session;
  readonly #plan: QuestionsPlan;
  readonly #tools: QuestionsTools;
  readonly #relay: RelayTransaction[] = [];
  readonly #delivery: DeliveryTransaction[] = [];
  #sender: string;
  /** The second sender was tried, or is the first one. */
  #sendersTried: boolean;
  #transactions = 0;
  /** Neither sender is taken, or the session is over. */
  #over = false;

  constructor(session: Session, plan: QuestionsPlan, tools: QuestionsTools) {
    this.#session = session;
    this.#plan = plan;
    this.#tools = plan.stepByStep === true ? { ...tools, pipelined: false } : tools;
    this.#sender = plan.sender;
    this.#sendersTried = plan.sender === tools.secondSender;
  }

  async ask(): Promise<void> {
    const { foreign, postmasters, ownFirst } = this.#plan;
    const stranger: Group[] = foreign === undefined ? [] : [{ foreign }];
    const own = postmasters?.open === true ? groupsOf(postmasters) : [];
    // A reset behind the stranger would take away the answers to what went in the same write.
    const first = ownFirst === true ? [own, stranger] : [[...stranger, ...own]];
    for (const groups of first) if (groups.length > 0 && !this.#over) await this.#put(groups);
    while (postmasters?.open === true && !this.#over && this.#transactions < TRANSACTIONS_PER_CONNECTION) {
      await this.#put(groupsOf(postmasters));
    }
  }

  /** What was seen; a question that was not put leaves nothing behind. */
  observed(): QuestionsObservation {
    const { inTls, pipelined } = this.#tools;
    return {
      // Copies, which have no room to grow: a run keeps them.
      ...(this.#relay.length > 0 && { relay: { inTls, pipelined, transactions: [...this.#relay] } }),
      ...(this.#delivery.length > 0 && {
        delivery: { inTls, pipelined, transactions: [...this.#delivery] },
      }),
    };
  }

  /** Puts questions in one write, and those whose sender was refused once more under the second sender. */
  async #put(groups: readonly Group[]): Promise<void> {
    const tried = await this.#try(groups, this.#sender);
    const refused = tried.filter((each) => this.#refusesSender(each));
    if (refused.length === 0 || this.#sendersTried || this.#over) {
      this.#settle(tried);
      return;
    }
    this.#sendersTried = true;
    const { secondSender } = this.#tools;
    const again = await this.#try(
      refused.map(({ group }) => group),
      secondSender,
    );
    if (again.some((each) => isAccepted(each.answered?.mail) && !this.#refusesSender(each)))
      this.#sender = secondSender;
    this.#settle([...tried.filter((each) => !refused.includes(each)), ...again]);
  }

  async #try(groups: readonly Group[], sender: string): Promise<Tried[]> {
    const answers = await transact(
      this.#session,
      groups.map((group) => ({ sender, recipients: recipientsOf(group) })),
      this.#tools.pipelined,
    );
    this.#transactions += answers.length;
    if (this.#session.ended !== undefined || answers.some(endedBy421)) this.#over = true;
    return groups.map((group, index) => {
      const answered = answers[index];
      this.#record(group, sender, answered);
      return { group, sender, answered };
    });
  }

  #record(group: Group, sender: string, answered: Answered | undefined): void {
    if (answered === undefined) return;
    const { mail, recipients, rset } = answered;
    if ("foreign" in group) {
      const [step] = recipients;
      const asked = step === undefined ? [] : [{ kind: "foreign" as const, address: group.foreign, ...step }];
      this.#relay.push({ sender, mail, recipients: asked, ...(rset && { rset }) });
      return;
    }
    for (const [index, domain] of group.domains.entries()) {
      const rcpt = recipients[index];
      if (index > 0 && rcpt === undefined) break;
      const place = index > 0 ? { mail: {}, behindAnother: true } : { mail, ...(rset && { rset }) };
      this.#delivery.push({ sender, domain, ...(rcpt && { rcpt }), ...place });
    }
  }

  #refusesSender({ group, sender, answered }: Tried): boolean {
    if (answered === undefined) return false;
    if (isRefusal(answered.mail)) return true;
    return this.#adviceOn({ group, sender }, "RCPT", answered.recipients[0])?.tryOtherSender ?? false;
  }

  /** Tells the list of postmasters what became of its questions. */
  #settle(tried: readonly Tried[]): void {
    const open: string[] = [];
    for (const { group, sender, answered } of tried) {
      if ("foreign" in group) this.#settleForeign({ group, sender, answered });
      else if (isRefusal(answered?.mail)) this.#settleFirst(group, sender, "MAIL", answered?.mail);
      else open.push(...this.#settleRecipients(group, sender, answered?.recipients ?? []));
    }
    this.#plan.postmasters?.giveBack(open);
    // Where MAIL is refused whoever the sender is, nobody else needs to be asked for.
    if (tried.every(({ answered }) => isRefusal(answered?.mail))) this.#over = true;
  }

  #settleForeign(tried: Tried): void {
    const { mail, recipients } = tried.answered ?? {};
    const advice = isRefusal(mail)
      ? this.#adviceOn(tried, "MAIL", mail)
      : this.#adviceOn(tried, "RCPT", recipients?.[0]);
    if (advice?.lookAgain === true) this.#plan.onForeignDeferred();
  }

  /** @returns domains that are to be asked for soon: not answered, or refused behind another one */
  #settleRecipients(group: Own, sender: string, steps: readonly Step[]): string[] {
    this.#settleFirst(group, sender, "RCPT", steps[0]);
    this.#plan.postmasters?.answered(group.domains, steps.filter(isAccepted).length);
    return group.domains.filter((domain, index) => {
      const step = steps[index];
      if (endedByServer(step)) {
        this.#plan.postmasters?.endedAt(domain, index > 0);
        return false;
      }
      return !isAnswer(step) || (index > 0 && isRefusal(step));
    });
  }

  /** The first recipient of a transaction was refused for nobody's sake but its own. */
  #settleFirst(group: Own, sender: string, command: Refusal["command"], step: Step | undefined): void {
    const [domain] = group.domains;
    const advice = this.#adviceOn({ group, sender }, command, step);
    if (domain === undefined || advice === undefined) return;
    if (advice.meetsOthers) this.#plan.postmasters?.countRefusal();
    if (advice.lookAgain) this.#plan.postmasters?.defer(domain);
  }

  /** What is to be made of a refusal of MAIL or of a group's first recipient; undefined where it is none. */
  #adviceOn(
    { group, sender }: Pick<Tried, "group" | "sender">,
    command: Refusal["command"],
    step: Step | undefined,
  ): RefusalAdvice | undefined {
    if (step?.reply === undefined || !isRefusal(step)) return undefined;
    const { adviseOn, heloName, ownAddress, host } = this.#tools;
    const recipient = command === "RCPT" ? recipientsOf(group)[0] : undefined;
    const foreign = "foreign" in group;
    return adviseOn({ reply: step.reply, command, ownAddress, heloName, sender, recipient, foreign, host });
  }
}

function groupsOf(postmasters: Postmasters): Group[] {
  return postmasters.take().map((domains) => ({ domains }));
}

function recipientsOf(group: Group): readonly string[] {
  return "foreign" in group ? [group.foreign] : group.domains.map((domain) => `postmaster@${domain}`);
}
