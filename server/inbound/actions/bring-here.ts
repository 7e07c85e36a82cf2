import * as z from 'zod';
import type {Clock} from '../../core/ports/clock.js';
import type {ImportMeeting} from '../../core/usecases/import-meeting.js';
import {withDeadline} from '../../lib/deadline.js';
import {describeImported} from '../describe-brought.js';
import type {DescribeImport} from '../describe-import.js';
import {BEGIN_NOTHING_AFTER_MS} from '../patience.js';
import type {ShowImportList} from '../show-import-list.js';
import {type ActionPress, defineAction, type PressAnswer} from './action.js';
import {type DrawButton, withButtons} from './draw-button.js';

const values = z.object({
  channelId: z.string(),
  rootId: z.string(),
  kind: z.enum(['meeting', 'webinar', 'either']),
  number: z.string(),
  /** '': the question has not been asked; else how many will read it. */
  members: z.string(),
  /** list: the message shows other meetings as well. */
  from: z.enum(['list', 'offer']),
});

/** What was done is said in any case. */
const LIST_WITHIN_MS = 3_000;

type HeldImport = Readonly<z.infer<typeof values>>;

export interface BringHereDeps {
  clock: Clock;
  drawButton: DrawButton;
  importMeeting: ImportMeeting;
  describeImport: DescribeImport;
  showImportList: ShowImportList;
}

/** Makes a card of something that the person has planned in Zoom. Everything is checked anew. */
export const bringHere = defineAction({
  name: 'bring-here',
  values,
  livesFor: 60 * 60 * 1000,
  whenExpired: 'import.expired',
  look: ({members, number, from}: HeldImport, translate) => ({
    id: `bring${number}`,
    name:
      members === ''
        ? translate(from === 'offer' ? 'offer.take' : 'import.button')
        : translate('start.largeChannel.button', {count: Number(members)}),
    style: members === '' && from === 'list' ? 'default' : 'primary',
  }),
  async press(
    {user, reader, values: held, place}: ActionPress<HeldImport>,
    deps: BringHereDeps,
  ): Promise<PressAnswer> {
    const {members, ...meeting} = held;
    const person = {userId: user.id, user: Promise.resolve(user)};
    const said = {mayPostHere: false, isForMany: members !== ''};
    const outcome = await withDeadline(deps.clock, BEGIN_NOTHING_AFTER_MS, ({signal}) =>
      deps.importMeeting({...meeting, ...person, ...said, signal}),
    );
    const text = describeImported(outcome, reader, deps.describeImport);
    if (outcome.kind !== 'large-channel') {
      if (held.from === 'offer' || held.kind === 'either') return {text};
      const {kind, channelId, rootId} = held;
      const to = {channelId, rootId};
      // The answer takes the place of the list, and people want more than one.
      const list = await withDeadline(deps.clock, LIST_WITHIN_MS, ({signal}) =>
        deps.showImportList({...person, reader, to, place, kind, signal}),
      );
      return {...list, text: `${text}\n\n${list.text}`};
    }
    const question = {...held, members: String(outcome.members)};
    const drawing = {place, translate: reader.translate};
    return withButtons(text, deps.drawButton(bringHere, {userId: user.id, values: question}, drawing));
  },
});
