import type {Card} from '../../server/core/domain/card.js';
import {createAdoptOfficialCard} from '../../server/core/usecases/adopt-official-card.js';
import {createKeyedQueue} from '../../server/core/usecases/keyed-queue.js';
import {createPostIntent} from '../../server/core/usecases/post-intent.js';
import {createRecordMeetingEvent} from '../../server/core/usecases/record-meeting-event.js';
import {createRecoverIntents} from '../../server/core/usecases/recover-intents.js';
import {createRunningStarts} from '../../server/core/usecases/running-starts.js';
import {createShowCard} from '../../server/core/usecases/show-card.js';
import {createShowCards} from '../../server/core/usecases/show-cards.js';
import {createStartAllowance} from '../../server/core/usecases/start-allowance.js';
import {createStartMeeting, type StartOutcome} from '../../server/core/usecases/start-meeting.js';
import {texts} from '../../server/messages/texts.js';
import {createCards} from '../../server/outbound/store/cards.js';
import {createIntents} from '../../server/outbound/store/intents.js';
import type {FakeWorld} from './fake-world.js';
import {channelId} from './sample-card.js';

export type Outside = Pick<FakeWorld, 'chat' | 'zoom' | 'keyValue' | 'clock' | 'logger' | 'random'>;

/** One life of the plugin: its use cases on the real store, with nothing remembered from an earlier life. */
export function startPluginProcess(
  outside: Outside,
  options: {accountId?: string; trustUnverifiedEmails?: boolean; restrictsDirectMessages?: boolean} = {},
) {
  const {chat, random} = outside;
  const cards = createCards(outside);
  const intents = createIntents(outside);
  const running = createRunningStarts<StartOutcome>();
  let left = 0;
  const watched: string[] = [];
  const watch = ({meeting}: Card): void => void watched.push(meeting.number);
  const unshown: string[] = [];
  const postIntent = createPostIntent({
    ...outside,
    cards,
    intents,
    translate: texts('en'),
    leftBehind: () => void (left += 1),
    watch,
  });
  const startMeeting = createStartMeeting({
    ...outside,
    cards,
    intents,
    running,
    allowance: createStartAllowance(),
    postIntent,
    newId: () => Buffer.from(random.bytes(16)).toString('hex'),
    accountId: options.accountId ?? 'acc-1',
    trustUnverifiedEmails: options.trustUnverifiedEmails ?? false,
    restrictsDirectMessages: options.restrictsDirectMessages ?? false,
    defaultTopic: 'Zoom meeting',
  });
  return {
    cards,
    intents,
    running,
    startMeeting,
    /** How often a start was left for recovery. */
    leftBehind: () => left,
    /** Numbers of the meetings whose end is watched for, and of those whose posts lag behind. */
    watched,
    unshown,
    start: (
      userId: string,
      changes: {
        topic?: string;
        channelId?: string;
        rootId?: string;
        besides?: boolean;
        signal?: AbortSignal;
      } = {},
    ) =>
      startMeeting({
        userId,
        user: chat.user(userId),
        channelId,
        rootId: '',
        topic: 'Weekly planning',
        besides: false,
        signal: new AbortController().signal,
        ...changes,
      }),
    recover: createRecoverIntents({...outside, cards, intents, texts, postIntent, watch}),
    record: createRecordMeetingEvent({
      cards,
      queue: createKeyedQueue(),
      settled: running.settled,
      showCards: createShowCards({showCard: createShowCard({...outside, translate: texts('en')})}),
      leftUnshown: (number) => void unshown.push(number),
      adoptOfficialCard: createAdoptOfficialCard({cards, chat}),
    }),
  };
}
