import {harmless} from '../core/domain/harmless.js';
import type {PrivateMessage} from '../core/ports/chat.js';
import type {Translate} from '../core/ports/texts.js';
import type {JoinOutcome} from '../core/usecases/join-meeting.js';
import {type DrawButton, type Drawing, withButtons} from './actions/draw-button.js';
import {joinAgain} from './actions/join-again.js';
import {startAnother} from './actions/start-another.js';
import {startAsHost} from './actions/start-as-host.js';
import {startPlanned} from './actions/start-planned.js';
import {holdStart} from './held-start.js';
import {nextFullMinute} from './next-full-minute.js';

/** Where somebody wants to join, and what they typed. */
export interface JoinWish {
  userId: string;
  channelId: string;
  rootId: string;
  number: string;
  link: string;
}

/** What the person alone reads who wants to join. */
export type RenderJoin = (
  outcome: JoinOutcome,
  wish: JoinWish,
  drawing: Drawing,
) => PrivateMessage & {isTheirsAlone?: true};

export const createRenderJoin =
  ({drawButton}: {drawButton: DrawButton}): RenderJoin =>
  (outcome, wish, drawing) => {
    const {translate} = drawing;
    switch (outcome.kind) {
      case 'runs':
        return {
          text: withBrowser(translate('join.runs', valuesOf(outcome, translate)), outcome, translate),
          isTheirsAlone: true,
        };
      case 'invited':
        return {text: translate('join.invited', timed(outcome, translate)), isTheirsAlone: true};
      case 'not-begun':
        return {...notBegun(outcome, wish, drawing, drawButton), isTheirsAlone: true};
      case 'over':
        return {...over(outcome, wish, drawing, drawButton), isTheirsAlone: true};
      case 'unknown': {
        const {number, url, isGone, isGiven} = outcome;
        const values = {number, url, given: isGiven ? 'link' : 'number'};
        return {text: translate(isGone ? 'join.gone' : 'join.unknown', values)};
      }
      case 'too-many':
        return {text: translate('me.tooMany', {nextAt: nextFullMinute(outcome.nextAt)})};
    }
  };

type Known = Exclude<JoinOutcome, {kind: 'unknown' | 'too-many' | 'over'}>;

const valuesOf = ({topic, url, isRegistration}: Known, translate: Translate) => ({
  topic: harmless(topic || translate('topic.default')),
  url,
  link: isRegistration ? 'register' : 'join',
});

/** With the way in for whoever has no Zoom app, where there is one. */
const withBrowser = (text: string, {browserUrl}: Known, translate: Translate): string =>
  browserUrl === undefined ? text : [text, translate('join.inBrowser', {url: browserUrl})].join('\n');

/** `planned`: 'none' where no time is known. */
const timed = (outcome: Extract<JoinOutcome, {kind: 'not-begun' | 'invited'}>, translate: Translate) => ({
  ...valuesOf(outcome, translate),
  planned: outcome.startsAt === undefined ? 'none' : 'known',
  startsAt: outcome.startsAt ?? 0,
});

function notBegun(
  outcome: JoinOutcome & {kind: 'not-begun'},
  {userId, channelId, rootId, number, link}: JoinWish,
  drawing: Drawing,
  drawButton: DrawButton,
): PrivateMessage {
  const {translate} = drawing;
  const {cardId, hostName, topic} = outcome;
  const values = timed(outcome, translate);
  if (hostName === undefined) {
    const button =
      cardId === ''
        ? drawButton(startPlanned, {userId, values: {number}}, drawing)
        : drawButton(startAsHost, {userId, values: {cardId, number}}, drawing);
    return withButtons(translate('join.notBegun.host', values), button);
  }
  const again = drawButton(joinAgain, {userId, values: {channelId, rootId, number, link}}, drawing);
  const name = harmless(hostName, topic);
  return withButtons(withBrowser(translate('join.notBegun', {...values, name}), outcome, translate), again);
}

/** Whoever hosted it has a fresh one at once; a link that leads nowhere is no use to anybody. */
function over(
  {topic, hostName}: JoinOutcome & {kind: 'over'},
  {userId, channelId, rootId}: JoinWish,
  drawing: Drawing,
  drawButton: DrawButton,
): PrivateMessage {
  const {translate} = drawing;
  const values = {topic: harmless(topic || translate('topic.default'), hostName)};
  if (hostName !== undefined) {
    return {text: translate('join.over', {...values, name: harmless(hostName, topic)})};
  }
  const wish = {userId, channelId, rootId, topic, drawsCards: false};
  const held = {...holdStart(wish), question: ''};
  return withButtons(
    translate('join.over.host', values),
    drawButton(startAnother, {userId, values: held}, drawing),
  );
}
