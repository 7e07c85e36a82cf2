import {KNOWN_EVENTS} from './needed-events.js';

/** Something that Zoom did. */
export interface Fact {
  /** Milliseconds since the Unix epoch. */
  at: number;
  /** Fingerprint of the secrets that were in force; absent: noted by a version without fingerprints. */
  secrets?: string | undefined;
}

/** address: it did not know the secret in the address · signature: it was not signed with our secret token */
export const REFUSAL_REASONS = ['address', 'signature'] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** Webhooks that were refused for one reason. The time is that of the last one, and new secrets reset the count. */
export interface Refusals extends Fact {
  count: number;
}

export type RefusalsByReason = Readonly<{[Reason in RefusalReason]?: Refusals | undefined}>;

/** What Zoom did, and when it last did it. */
export interface WebhookFacts {
  /** An authentic event arrived, other than a validation. */
  accepted?: Fact | undefined;
  /** Zoom validated the address and got the right answer. */
  validated?: Fact | undefined;
  /** When a meeting was last started from Mattermost: from then on webhooks are due. */
  meetingAt?: number | undefined;
  /** By the names of {@link KNOWN_EVENTS}. */
  events: Readonly<Record<string, Fact>>;
}

export interface WebhookActivity extends WebhookFacts {
  refused: RefusalsByReason;
}

export const NO_ACTIVITY: WebhookActivity = {events: {}, refused: {}};

/**
 * Both together, the same in any order and with any repetition, so that the nodes of a cluster may overwrite each
 * other.
 */
export function mergeFacts(one: WebhookFacts, other: Partial<WebhookFacts>): WebhookFacts {
  const events = KNOWN_EVENTS.flatMap(({name}) => {
    const last = later(one.events[name], other.events?.[name]);
    return last === undefined ? [] : [[name, last] as const];
  });
  return {
    accepted: later(one.accepted, other.accepted),
    validated: later(one.validated, other.validated),
    meetingAt: Math.max(one.meetingAt ?? 0, other.meetingAt ?? 0) || undefined,
    events: Object.fromEntries(events),
  };
}

function later(a: Fact | undefined, b: Fact | undefined): Fact | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return (a.secrets ?? '') > (b.secrets ?? '') ? a : b;
}

/** Adds what was refused since the last time. Each refusal is added once, since counts cannot be merged like facts. */
export function addRefusals(stored: RefusalsByReason, news: RefusalsByReason): RefusalsByReason {
  const sums = REFUSAL_REASONS.flatMap((reason) => {
    const sum = added(stored[reason], news[reason]);
    return sum === undefined ? [] : [[reason, sum] as const];
  });
  return Object.fromEntries(sums);
}

function added(stored: Refusals | undefined, news: Refusals | undefined): Refusals | undefined {
  if (stored === undefined || news === undefined) return news ?? stored;
  if (factOf(news.secrets, stored) === undefined) return news.at >= stored.at ? news : stored;
  return {...news, count: stored.count + news.count, at: Math.max(stored.at, news.at)};
}

/** The fact, if it was noted with these secrets. A fact without a mark is older than marks, and stays good. */
export const factOf = <F extends Fact>(secrets: string | undefined, fact: F | undefined): F | undefined =>
  [undefined, secrets].includes(fact?.secrets) ? fact : undefined;

/**
 * Facts without a mark belong to the secrets in force when a version with marks first runs; `undefined`: there are
 * none.
 */
export function markUnmarked(activity: WebhookActivity, secrets: string): WebhookActivity | undefined {
  const {accepted, validated, events, refused} = activity;
  const all = [accepted, validated, ...Object.values(events), ...Object.values(refused)];
  if (all.every((fact) => fact === undefined || fact.secrets !== undefined)) return undefined;
  const mark = <F extends Fact>(fact: F): F => ({...fact, secrets: fact.secrets ?? secrets});
  return {
    ...activity,
    accepted: accepted && mark(accepted),
    validated: validated && mark(validated),
    events: Object.fromEntries(Object.entries(events).map(([name, fact]) => [name, mark(fact)])),
    refused: {
      address: refused.address && mark(refused.address),
      signature: refused.signature && mark(refused.signature),
    },
  };
}
