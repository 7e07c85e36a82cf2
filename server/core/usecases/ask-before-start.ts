import type {Preferences} from '../../../contract/preferences.js';
import {type ManyReadersDeps, manyReaders} from './many-readers.js';

/** What the starter has to say first: nothing was written, and nothing is spent. */
export type StartQuestion =
  /** They want to be asked each time. */
  | {kind: 'which-meeting-id'}
  /** So many people will read it. */
  | {kind: 'large-channel'; members: number};

interface Wish {
  channelId: string;
  meetingId: Preferences['id'];
  /** They know how many people read it. */
  isForMany: boolean;
}

/** Whether, and about what, a starter is asked. `meetingId`: what is not a question any more. */
export async function askBeforeStart(
  deps: ManyReadersDeps,
  {channelId, meetingId, isForMany}: Wish,
): Promise<StartQuestion | {kind: 'clear'; meetingId: Exclude<Preferences['id'], 'ask'>}> {
  if (meetingId === 'ask') return {kind: 'which-meeting-id'};
  const members = isForMany ? undefined : await manyReaders(deps, channelId);
  return members === undefined ? {kind: 'clear', meetingId} : {kind: 'large-channel', members};
}
