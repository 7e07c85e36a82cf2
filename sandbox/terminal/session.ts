import type {ChannelRecord, PostRecord, UserRecord} from '../mattermost/records.js';
import type {Sandbox} from '../sandbox.js';
import {findChannel, findPerson} from './find.js';
import type {Screen} from './screen.js';

/** A button that was drawn; its number is its place in the list, from 1. */
export interface ShownButton {
  postId: string;
  actionId: string;
  name: string;
  /** Whom it was shown to; `undefined`: to everybody in the channel. */
  owner: UserRecord | undefined;
}

/** Whose eyes the terminal sees with, where they are, and what they have seen. */
export interface Session {
  readonly sandbox: Sandbox;
  readonly screen: Screen;
  person: UserRecord;
  channel: ChannelRecord;
  /** Id of the post whose thread is open; '' for none. */
  rootId: string;
  /** Replies are shown in their thread alone, as Mattermost does unless one asks for something else. */
  collapsesThreads: boolean;
  readonly buttons: ShownButton[];
  /** Posts as they were drawn last, by id. */
  readonly drawn: Map<string, readonly string[]>;
  /** How many of Zoom's deliveries were told of. */
  toldDeliveries: number;
  /** What was carried out, each line behind the name of who typed it: `ana /zoom start`. */
  readonly history: string[];
  isOver: boolean;
}

/** Whether the person sees the post where they are. */
export const isInSight = ({collapsesThreads, rootId}: Session, post: PostRecord): boolean =>
  !collapsesThreads || post.root_id === '' || post.root_id === rootId;

export function createSession(sandbox: Sandbox, screen: Screen): Session {
  const person = findPerson(sandbox, 'ana');
  return {
    sandbox,
    screen,
    person,
    channel: findChannel(sandbox, person, 'town-square'),
    rootId: '',
    collapsesThreads: true,
    buttons: [],
    drawn: new Map(),
    toldDeliveries: sandbox.zoom.deliveries.length,
    history: [],
    isOver: false,
  };
}
