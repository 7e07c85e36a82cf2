import {foreignProvider} from './foreign-provider.js';
import {readUrl} from '../../../contract/read-url.js';

/** A meeting that is on, or about to be, where somebody wants to start one. */
export interface ExistingMeeting {
  /** `Zoom`, or the service of another plugin, as we call it. */
  provider: string;
  /** '': nobody gave it one. */
  topic: string;
  /** Zoom has said that it began; until then somebody has only opened it. */
  isLive: boolean;
  hostName: string;
  /** Milliseconds since the epoch. */
  openedAt: number;
  /** `undefined` while it is still being created. */
  joinUrl: string | undefined;
  /** Of its card; `undefined` while there is none. */
  postId: string | undefined;
}

/** People are asked about another plugin's meeting for this long, since it rarely says when it ends. */
export const FOREIGN_MEETING_MS = 30_000;

interface ForeignPost {
  createdAt: number;
  id: string;
  isDeleted: boolean;
  props: Readonly<Record<string, unknown>>;
}

/**
 * The meeting of another plugin that a post shows: Jitsi, Microsoft Teams and Webex set the same props as the official
 * Zoom plugin. Anybody can write such props, so the link has to be https, and the service one of those that we know.
 */
export function foreignMeeting({createdAt, id, isDeleted, props}: ForeignPost): ExistingMeeting | undefined {
  const provider = foreignProvider(text(props['meeting_provider']));
  const link = readUrl(text(props['meeting_link']));
  if (isDeleted || provider === undefined || props['meeting_status'] === 'ENDED') return undefined;
  if (link?.protocol !== 'https:') return undefined;
  return {
    provider,
    joinUrl: link.href,
    topic: text(props['meeting_topic']),
    isLive: true,
    hostName: text(props['meeting_creator_username']),
    openedAt: createdAt,
    postId: id,
  };
}

const MAX_LENGTH = 500;
const text = (value: unknown): string =>
  typeof value === 'string' && value.length <= MAX_LENGTH ? value.trim() : '';
