/** Rules for limits of a recipient: who receives too much, and whose mail is counted. */
import type { Meaning } from "../meaning.ts";
import { type Utterance, says, states, quotesUs, PERSON, PLURAL, countsRecipients } from "../utterance.ts";
import type { Concept } from "../vocabulary/index.ts";

/**
 * "The recipient has exceeded its rate limit", "messages to x deferred due to excessive volume": mail for one recipient
 * is counted. Where somebody else is named, mail from that one is.
 */
export function recipientsRate(said: Utterance): Meaning | undefined {
  const counted = states(said, PERSON, ["rate"]) || (isCountedTo(said) && says(said, "rate"));
  const others = says(said, "sender", "client", "clientRejected", "listed", "openRelay");
  // "Unexpected volume or user complaints": the users there are not who mail is counted for.
  const behaves = said.tags.some(({ concept, phrase }) => concept === "conduct" && !LIMIT.test(phrase));
  return counted && !behaves && !others && !quotesUs(said) && !countsRecipients(said) ? "mailbox" : undefined;
}

const LIMIT = /rate|limit|quota|too many|per /;

/** "Messages to x", "x: too many messages": it is quoted as the one that mail is for. */
function isCountedTo({ tokens, tags }: Utterance): boolean {
  const quoted = tags.find(({ concept }) => concept === "quoted");
  const rate = tags.find(({ concept }) => concept === "rate");
  const before = tokens.slice(0, quoted?.from ?? 0);
  const isTo = before.length === 0 ? rate?.from === 1 : before.length <= 2 && MESSAGES.test(before[0] ?? "");
  return quoted !== undefined && isTo && !tags.some(({ concept }) => concept === "place");
}

const MESSAGES = /^(?:e?mails?|messages?)$/;

/** "Receiving", in the languages of the vocabulary. */
const RECEIVES =
  /^(?:receiv|recev|recoi|recib|receb|ricev|empfang|empfäng|erhalt|erhäl|ontvang|otrzymu|odbier|получа|принима|al[ıi]yor)/;

/** "The user you are trying to contact is receiving mail at a rate that …": who receives too much, whoever sends it. */
export function receivesTooMuch({ tags, tokens }: Utterance): Meaning | undefined {
  if (tags.some(({ concept }) => OF_SENDING.has(concept))) return undefined;
  const persons = tags.filter(
    ({ concept, to }) => OF_PERSON.has(concept) && !PLURAL.test(tokens[to - 1] ?? ""),
  );
  const rates = tags.filter(
    ({ concept, phrase }) => concept === "rate" || (concept === "conduct" && phrase === "too many message*"),
  );
  const receives = rates.some((rate) =>
    persons.some((person) => {
      if (rate.sentence !== person.sentence) return false;
      if (rate.from > person.to)
        return tokens.slice(person.to, rate.from).some((token) => RECEIVES.test(token));
      // "Too many messages for this recipient".
      return person.from - rate.to <= 2 && (tokens[rate.to] === "for" || tokens[rate.to] === "to");
    }),
  );
  return receives ? "mailbox" : undefined;
}

const OF_PERSON: ReadonlySet<Concept> = new Set<Concept>(PERSON);

const OF_SENDING: ReadonlySet<Concept> = new Set<Concept>([
  "sender",
  "clientRejected",
  "listed",
  "openRelay",
]);
