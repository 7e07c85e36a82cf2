import type {LinkHosts} from '../../../contract/link-rules.js';
import {isMeetingNumber} from '../domain/named-meeting.js';
import {readSharedLink} from '../domain/shared-link.js';
import type {ImportInput, ImportMeeting, ImportOutcome} from './import-meeting.js';
import type {ShareLink, ShareOutcome} from './share-link.js';

/** What came of it: a card that follows the meeting, or one that does not. */
export type BroughtOrShared = {by: 'import'; outcome: ImportOutcome} | {by: 'share'; outcome: ShareOutcome};

export interface BringOrShareInput extends Omit<ImportInput, 'kind' | 'number' | 'description' | 'picture'> {
  /** Digits, or a link as it was typed. */
  meeting: string;
}

export type BringOrShare = (input: BringOrShareInput) => Promise<BroughtOrShared>;

interface BringOrShareDeps {
  importMeeting: ImportMeeting;
  shareLink: ShareLink;
  hosts: LinkHosts;
  /** Runs it with a deadline for questions that can be done without. */
  inTime: <T>(work: (signal: AbortSignal) => Promise<T>, caller: AbortSignal) => Promise<T>;
}

/** What stands, or has to be said, of a link as well. Everything else keeps nobody from sharing it. */
const SAID: readonly ImportOutcome['kind'][] = [
  'imported',
  'already-here',
  'large-channel',
  'sign-in',
  'not-posted',
];

/**
 * A meeting that the person hosts becomes a card that follows it. A link to any other, or while Zoom cannot be asked,
 * becomes one that does not.
 */
export const createBringOrShare =
  ({importMeeting, shareLink, hosts, inTime}: BringOrShareDeps): BringOrShare =>
  async ({meeting, ...input}) => {
    const bring = {...input, kind: 'either'} as const;
    if (isMeetingNumber(meeting))
      return {by: 'import', outcome: await importMeeting({...bring, number: meeting})};
    const number = readSharedLink(meeting, hosts)?.number ?? '';
    if (number !== '') {
      const outcome = await inTime((signal) => importMeeting({...bring, number, signal}), input.signal);
      if (SAID.includes(outcome.kind)) return {by: 'import', outcome};
    }
    const link = {...input, link: meeting, topic: input.title ?? ''};
    return {by: 'share', outcome: await shareLink(link)};
  };
