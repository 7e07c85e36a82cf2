import type {DayMeeting} from '../../core/domain/day.js';
import {harmless} from '../../core/domain/harmless.js';
import type {PostButton} from '../../core/domain/post-content.js';
import type {Chat} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import type {Translate} from '../../core/ports/texts.js';
import type {DayOutcome, ListDay} from '../../core/usecases/list-day.js';
import {type DrawButton, type Drawing, withButtons} from '../actions/draw-button.js';
import {startPlanned} from '../actions/start-planned.js';
import type {DescribeObstacle} from '../describe-obstacle.js';
import {answerAsker, isVouchedFor} from './answer-asker.js';
import type {Command} from './command.js';

export interface MeetingsCommandDeps {
  chat: Chat;
  clock: Clock;
  logger: Logger;
  drawButton: DrawButton;
  listDay: ListDay;
  describeObstacle: DescribeObstacle;
}

type Day = DayOutcome & {kind: 'day'};

/** More are told of by their number. */
const MAX_SHOWN = 10;
/** A row of buttons; the others are started from Zoom, or by their number. */
const MAX_BUTTONS = 5;

/** What the person hosts or is invited to within a day, for them alone. */
export const meetingsCommand = (deps: MeetingsCommandDeps): Command => ({
  name: 'meetings',
  hint: undefined,
  help: 'command.meetings.help',
  async run({request, user, reader, signal}) {
    const {userId, channelId, rootId} = request;
    const asking = await reader;
    const {translate} = asking;
    const outcome = await deps.listDay({userId, user, signal});
    if (outcome.kind !== 'day') return {text: deps.describeObstacle(outcome, asking)};
    if (outcome.meetings.length === 0) return {text: translate('day.none')};
    const createdAt = deps.clock.now();
    const place = isVouchedFor(request) ? {channelId, rootId, createdAt} : undefined;
    const buttons = drawStarts(outcome, userId, {place, translate}, deps.drawButton);
    const message = {
      ...withButtons(describeDay(outcome, translate), ...buttons),
      isTheirsAlone: true,
    } as const;
    return {...(await answerAsker(deps, request, message, translate)), createdAt};
  },
});

function describeDay({meetings, overlapping, isBasic}: Day, translate: Translate): string {
  const shown = meetings.slice(0, MAX_SHOWN);
  const more = meetings.length - shown.length;
  return [
    translate('day.title'),
    ...shown.map((meeting) => describe(meeting, overlapping.has(meeting), translate)),
    ...(more > 0 ? ['', translate('day.more', {count: more})] : []),
    ...(overlapping.size > 0 ? ['', translate('day.overlap', {licence: isBasic ? 'basic' : 'other'})] : []),
  ].join('\n');
}

function describe(meeting: DayMeeting, isOverlapping: boolean, translate: Translate): string {
  const {topic, startsAt, minutes, joinUrl, isHost, isLive} = meeting;
  const values = {
    topic: harmless(topic || translate('topic.default')),
    role: isHost ? 'host' : 'guest',
    overlap: isOverlapping ? 'yes' : 'no',
    count: minutes ?? 0,
    url: joinUrl ?? 'none',
  };
  if (isLive) return translate('day.line.live', values);
  return startsAt === undefined
    ? translate('day.line.noTime', values)
    : translate('day.line', {...values, startsAt});
}

/** Of those of their own that do not run yet, each once. */
function drawStarts(
  {meetings}: Day,
  userId: string,
  drawing: Drawing,
  drawButton: DrawButton,
): readonly (PostButton | undefined)[] {
  const own = meetings.slice(0, MAX_SHOWN).filter(({isHost, isLive}) => isHost && !isLive);
  const byNumber = new Map(own.toReversed().map((meeting) => [meeting.number, meeting]));
  return [...byNumber.values()]
    .toReversed()
    .slice(0, MAX_BUTTONS)
    .map(({number, topic}) => drawButton(startPlanned, {userId, values: {number, topic}}, drawing));
}
