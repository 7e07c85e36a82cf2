import * as z from 'zod';
import {readEmail} from '../../core/domain/email.js';
import type {MeetingEvent, Whereabouts} from '../../core/domain/events.js';
import type {HeardParticipant} from '../../core/domain/participant.js';
import {shorten, singleLine} from '../../core/domain/plain-text.js';
import type {HeardEvent} from '../../core/usecases/hear-of-participant.js';
import {looseText, nameField, numberField, timeField} from './payload-fields.js';

/** More than Zoom lets anybody call themselves. */
const MAX_NAME_LENGTH = 100;

/** Several times as long as Zoom's are. */
const MAX_ID_LENGTH = 128;

/** With half a character in it, it tells nobody apart; and a card keeps thousands of them. */
const idField = looseText.transform((id) =>
  id?.isWellFormed() && !id.includes('\ufffd') && id.length <= MAX_ID_LENGTH ? id : undefined,
);

/** Of JavaScript's calendar, in milliseconds; a later time could not be shown. */
const LAST_DAY = 8.64e15;

/**
 * What is used of a participant: neither where they are nor how they dial in is read. Events about waiting for the host
 * name no stay.
 * Source: https://developers.zoom.us/docs/api/meetings/events/
 */
const participantSchema = z.object({
  user_id: idField,
  /** In a breakout room: the stay in the meeting itself. */
  parent_user_id: idField,
  participant_uuid: idField,
  /** Of those who have signed in. */
  id: idField,
  /** They have registered for the meeting: then the address is whatever they typed. */
  registrant_id: idField,
  user_name: looseText.transform((name = '') => shorten(singleLine(name), MAX_NAME_LENGTH)),
  email: looseText.transform((address) => address && readEmail(address)),
  join_time: timeField,
  leave_time: timeField,
  /** Of what is neither a joining nor a leaving in Zoom’s words. */
  date_time: timeField,
});

const payloadSchema = z.object({
  /** When the event was made, in milliseconds: all that some events say. Those of 2019 do not say it. */
  event_ts: z.coerce.number().int().positive().max(LAST_DAY).optional().catch(undefined),
  payload: z.object({
    account_id: nameField,
    object: z.object({
      id: numberField,
      uuid: nameField,
      host_id: nameField,
      participant: participantSchema,
    }),
  }),
});

/** What an event about a participant tells. */
export interface ToldOfParticipant {
  kind: MeetingEvent<'joined' | 'left'>['kind'];
  where: Whereabouts;
}

/** `undefined`: the body is not such an event. */
export function readParticipantEvent(
  {kind, where}: ToldOfParticipant,
  body: unknown,
  receivedAt: number,
): HeardEvent | undefined {
  const parsed = payloadSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const {account_id, object} = parsed.data.payload;
  const {join_time, leave_time, date_time} = object.participant;
  return {
    kind,
    where,
    number: object.id,
    uuid: object.uuid,
    hostId: object.host_id,
    accountId: account_id,
    participant: whoIs(object.participant, where),
    at: exactTime(kind, (kind === 'joined' ? join_time : leave_time) ?? date_time, parsed.data.event_ts),
    receivedAt,
  };
}

function whoIs(told: z.infer<typeof participantSchema>, where: Whereabouts): HeardParticipant {
  const {id, registrant_id, user_name, email} = told;
  const address = registrant_id === undefined ? email : undefined;
  return {stayId: stayIdOf(told, where), zoomUserId: id, name: user_name, address};
}

/**
 * Whoever goes to another room has another stay there. Of people, that makes no difference; guests are known by nothing
 * but their stays, and are told apart by what stays the same in all rooms.
 */
function stayIdOf(
  {id, user_id, parent_user_id, participant_uuid}: z.infer<typeof participantSchema>,
  where: Whereabouts,
): string | undefined {
  const stay = (where === 'breakoutRoom' ? parent_user_id : undefined) ?? user_id;
  return id === undefined ? (participant_uuid ?? stay) : (stay ?? participant_uuid ?? id);
}

const SECOND_MS = 1_000;

/**
 * Zoom names times in whole seconds, within which somebody may change rooms, or go and come back. When the event was
 * made is known more exactly, is nearly always in the same second, and is all that some events say. Where it was made
 * later, whoever left in a second had come before that.
 */
function exactTime(
  kind: ToldOfParticipant['kind'],
  named: number | undefined,
  madeAt: number | undefined,
): number | undefined {
  if (named === undefined || madeAt === undefined) return named ?? madeAt;
  if (madeAt >= named && madeAt < named + SECOND_MS) return madeAt;
  return kind === 'left' ? named + SECOND_MS - 1 : named;
}
