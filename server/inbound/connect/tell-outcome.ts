import {readPreferences} from '../../../contract/preferences.js';
import type {AskedPlace} from '../../core/ports/asked-places.js';
import type {Chat, ChatUser, PrivateMessage, PrivatePlace} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import {isPortError} from '../../core/ports/port-error.js';
import type {Texts} from '../../core/ports/texts.js';
import type {ConnectOutcome} from '../../core/usecases/redeem-consent.js';
import type {StartMeeting} from '../../core/usecases/start-meeting.js';
import {withDeadline} from '../../lib/deadline.js';
import {type DrawButton, withButtons} from '../actions/draw-button.js';
import {replaceAccount} from '../actions/replace-account.js';
import type {RenderStart} from '../commands/render-start.js';
import {BEGIN_NOTHING_AFTER_MS} from '../patience.js';
import {type Reader, readerFor} from '../reader.js';
import {tellIfOutOfSight} from '../tell-if-out-of-sight.js';
import {describeConnected, describeRefused} from './describe-outcome.js';

interface Told {
  userId: string;
  outcome: ConnectOutcome;
  /** Where it was asked for, and what; without it, nobody knows where the person looks. */
  asked: AskedPlace | undefined;
  /** They have read the outcome already, but for what it has led to. */
  isToldHere: boolean;
}

/** Tells in the chat what came of an attempt to connect, and starts what was asked for. Never rejects. */
export type TellOutcome = (told: Told) => Promise<void>;

interface TellOutcomeDeps {
  chat: Chat;
  clock: Clock;
  logger: Logger;
  texts: Texts;
  startMeeting: StartMeeting;
  renderStart: RenderStart;
  drawButton: DrawButton;
  redirectUri: string;
}

export const createTellOutcome =
  (deps: TellOutcomeDeps): TellOutcome =>
  async (told) => {
    try {
      const user = await deps.chat.user(told.userId);
      if (user !== undefined && !user.isDeactivated) await tell(deps, told, user);
    } catch (error) {
      if (!isPortError(error)) throw error;
      deps.logger.warn('Somebody could not be told what came of connecting to Zoom', {error: error.message});
    }
  };

async function tell(
  deps: TellOutcomeDeps,
  {outcome, asked, isToldHere}: Told,
  user: ChatUser,
): Promise<void> {
  const reader = readerFor(deps.texts, user);
  const {translate} = reader;
  switch (outcome.kind) {
    case 'connected': {
      const text = isToldHere ? undefined : describeConnected(reader, outcome, user);
      const started = asked && (await start(deps, asked, {user, reader}));
      const whole = [text, started?.text].filter((part) => part !== undefined).join('\n\n');
      return show(deps, user, asked, {...started, text: whole});
    }
    case 'replace?': {
      // Wherever the administrator looks, the question is put where nobody but they can answer.
      const wish = {userId: user.id, values: {offer: outcome.offer}};
      const button = deps.drawButton(replaceAccount, wish, {place: undefined, translate});
      const question = translate('connect.replace', {email: outcome.email ?? 'none'});
      return deps.chat.sendDirectMessage(user.id, withButtons(question, button));
    }
    default: {
      // Who does not know where they asked has the page alone.
      if (asked === undefined) return;
      return show(deps, user, asked, {text: describeRefused(reader, outcome, deps.redirectUri)});
    }
  }
}

/** Nothing opens by itself: the person is in a browser that shows something else. */
const PREFERENCES = {...readPreferences({}), open: 'off'} as const;

async function start(
  {startMeeting, renderStart, ...deps}: TellOutcomeDeps,
  {channelId, rootId, drawsCards, meeting}: AskedPlace,
  {user, reader}: {user: ChatUser; reader: Reader},
): Promise<PrivateMessage | undefined> {
  if (meeting === undefined) return undefined;
  const by = {userId: user.id, user: Promise.resolve(user), mayPostHere: false, drawsCards};
  const outcome = await withDeadline(deps.clock, BEGIN_NOTHING_AFTER_MS, ({signal}) =>
    startMeeting({...by, channelId, rootId, ...meeting, signal}),
  );
  const wish = {userId: user.id, channelId, rootId, drawsCards, ...meeting};
  const {text, attachments} = renderStart(outcome, {reader, wish, preferences: PREFERENCES});
  const message = {text, ...(attachments && {attachments})};
  await tellIfOutOfSight(deps, {userId: user.id, outcome, message});
  return message;
}

async function show(
  {chat, clock}: TellOutcomeDeps,
  {id}: ChatUser,
  asked: AskedPlace | undefined,
  message: PrivateMessage,
): Promise<void> {
  const place = asked && placeOf(asked, clock.now());
  if (place !== undefined && (await chat.showPrivately(id, {...message, place})) === 'shown') return;
  await chat.sendDirectMessage(id, message);
}

const placeOf = ({channelId, rootId}: AskedPlace, createdAt: number): PrivatePlace => ({
  channelId,
  rootId,
  createdAt,
});
