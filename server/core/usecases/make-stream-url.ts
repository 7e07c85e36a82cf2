import type {JoinPage} from '../domain/join-page.js';
import {MAX_PASS_MS} from '../domain/pass-expiry.js';
import type {SecretText} from '../domain/secret-text.js';
import type {StreamPass} from '../domain/stream-pass.js';
import type {Audit} from '../ports/audit.js';
import type {ChatUser} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import type {Logger} from '../ports/logger.js';
import type {StreamPasses} from '../ports/stream-passes.js';
import type {Zoom} from '../ports/zoom.js';
import type {Allowance} from './allowance.js';
import {findShareable, type FindShareableDeps, type NotShareable} from './find-shareable.js';
import {explainObstacle, type Obstacle} from './obstacle.js';

export type MakeStreamUrlOutcome = ({kind: 'made'} & MadeStreamUrl) | NotMade;

export interface MadeStreamUrl {
  pass: StreamPass;
  /** Told this once, and stored nowhere. */
  token: SecretText;
  /** Through which it leads in. */
  page: JoinPage;
  /** Where the card of its meeting is; `undefined`: they named it by its number. */
  place: {channelId: string; rootId: string} | undefined;
}

/** Why there is no stream URL. */
export type NotMade =
  /** There is no join page here, or it is not set up. */
  | {kind: 'no-page'}
  /** People without an account are not let in, and here nobody can sign in. */
  | {kind: 'members-only'}
  /** It would end before it began. */
  | {kind: 'past'}
  /** It would be good for too long. */
  | {kind: 'too-far'}
  | NotShareable
  | Obstacle;

export interface MakeStreamUrlInput {
  userId: string;
  user: Promise<ChatUser | undefined>;
  number: string;
  /** '': they named it by its number. */
  cardId: string;
  /** '': it has none. */
  name: string;
  /** ms since the epoch; `undefined`: as long as the meeting needs. */
  until: number | undefined;
  signal: AbortSignal;
}

export type MakeStreamUrl = (input: MakeStreamUrlInput) => Promise<MakeStreamUrlOutcome>;

export interface MakeStreamUrlDeps extends Omit<FindShareableDeps, 'zoom' | 'adminsMay'> {
  /** `undefined`: the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  /** `undefined`: there is none here, or it is not set up. */
  page: JoinPage | undefined;
  /** Members can prove who they are: the page can lead them to Mattermost's login. */
  canSignIn: boolean;
  streamPasses: Pick<StreamPasses, 'keep'>;
  audit: Audit;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
  allowance: Pick<Allowance, 'spend'>;
  newId: () => string;
  newPassId: () => string;
  newToken: () => SecretText;
}

/** A way into one meeting for people outside, made for its host, or for an administrator where that is allowed. */
export const createMakeStreamUrl =
  ({zoom, page, ...deps}: MakeStreamUrlDeps): MakeStreamUrl =>
  async (input) => {
    const {userId, until} = input;
    if (page === undefined) return {kind: 'no-page'};
    if (!page.isOpenToGuests && !deps.canSignIn) return {kind: 'members-only'};
    if (zoom === undefined) return {kind: 'not-configured'};
    const now = deps.clock.now();
    if (until !== undefined && until <= now) return {kind: 'past'};
    if (until !== undefined && until > now + MAX_PASS_MS) return {kind: 'too-far'};
    const nextAt = deps.allowance.spend(userId, {id: deps.newId(), at: now});
    if (nextAt !== undefined) return {kind: 'too-many', nextAt};
    try {
      return await make({...deps, zoom, page}, input);
    } catch (error) {
      return explainObstacle(deps.logger, 'A stream URL could not be made', error);
    }
  };

async function make(
  deps: MakeStreamUrlDeps & {zoom: Zoom; page: JoinPage},
  input: MakeStreamUrlInput,
): Promise<MakeStreamUrlOutcome> {
  const {page} = deps;
  const found = await findShareable({...deps, adminsMay: page.adminsMayShare}, input);
  if (found.kind !== 'shareable') return found;
  const {about, as, place, goodUntil} = found.meeting;
  const {userId, name, until = goodUntil} = input;
  const made = {id: deps.newPassId(), name, madeBy: userId, madeAt: deps.clock.now(), expiresAt: until};
  const pass: StreamPass = {...about, ...made};
  const token = deps.newToken();
  await deps.streamPasses.keep(token.reveal(), pass);
  deps.audit({event: 'stream-url-made', userId, passId: pass.id, number: pass.number, as});
  return {kind: 'made', pass, token, page, place};
}
