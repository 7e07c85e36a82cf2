import type {ScopeReach} from '../core/domain/zoom-connection.js';
import type {Audit} from '../core/ports/audit.js';
import type {Cards} from '../core/ports/cards.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {Intents} from '../core/ports/intents.js';
import type {OpenCards} from '../core/ports/open-cards.js';
import type {Logger} from '../core/ports/logger.js';
import {scopeOf} from '../core/ports/zoom/scopes.js';
import type {Zoom} from '../core/ports/zoom.js';
import {createAllowance} from '../core/usecases/allowance.js';
import {createCancelMeeting, type CancelMeetingDeps} from '../core/usecases/cancel-meeting.js';
import {createEndMeeting} from '../core/usecases/end-meeting.js';
import {createFindOpenCardsAt} from '../core/usecases/find-open-cards-at.js';
import type {FindHosted} from '../core/usecases/find-hosted.js';
import {createDescribeClosing} from '../inbound/describe-closing.js';
import type {Situation} from '../inbound/features.js';

interface CloseMeetingsNeeds {
  chat: Chat;
  clock: Clock;
  logger: Logger;
  audit: Audit;
  cards: Cards;
  intents: Intents;
  openCards: Pick<OpenCards, 'list'>;
  findHosted: FindHosted;
}

/** Ending meetings, and taking them back before anybody comes. */
export function composeCloseMeetings({
  chat,
  clock,
  logger,
  audit,
  cards,
  intents,
  openCards,
  findHosted,
}: CloseMeetingsNeeds) {
  const allowance = createAllowance();
  const findOpenCardsAt = createFindOpenCardsAt({cards, intents, openCards});
  return {
    /** `zoom` is `undefined` while the settings lack what a connection needs. */
    assemble(
      {settings}: Situation,
      {
        zoom,
        record,
        askZoomAbout,
      }: {zoom: Zoom | undefined} & Pick<CancelMeetingDeps, 'record' | 'askZoomAbout'>,
    ) {
      const endMeeting = createEndMeeting({
        cards,
        chat,
        zoom,
        clock,
        logger,
        audit,
        allowance,
        record,
        askZoomAbout,
      });
      const cancelMeeting = createCancelMeeting({
        findHosted,
        zoom,
        clock,
        logger,
        audit,
        allowance,
        record,
        askZoomAbout,
      });
      const reach: ScopeReach = settings.zoom?.connection.scopes ?? 'account';
      const describeClosing = createDescribeClosing({
        scopes: {
          end: scopeOf(reach, 'endMeeting'),
          endWebinar: scopeOf(reach, 'endWebinar'),
          cancel: scopeOf(reach, 'deleteMeeting'),
        },
      });
      return {endMeeting, cancelMeeting, describeClosing, findOpenCardsAt};
    },
  };
}
