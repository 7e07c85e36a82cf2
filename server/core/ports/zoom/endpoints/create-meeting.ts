import * as z from 'zod';
import {meetingNumber, optionalText} from '../answer-fields.js';
import type {Endpoint} from '../endpoint.js';
import {readUrl} from '../../../../../contract/read-url.js';

export interface ZoomMeeting {
  /** The meeting number, digits only. */
  number: string;
  /** Of the occurrence to come: a hint, it normally equals that of the first `meeting.started`. */
  uuid: string | undefined;
  hostId: string | undefined;
  /** Zoom's own `join_url`, https on an allowed host. */
  joinUrl: string;
  /** The plain passcode, only where `joinUrl` does not carry it. */
  passcode: string | undefined;
}

/** `type` of a meeting that starts now. */
const INSTANT = 1;

/**
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings Only what makes it this
 * meeting is sent. Everything else follows the person's own settings in Zoom.
 */
export const createMeeting: Endpoint<{topic: string}, ZoomMeeting> = {
  method: 'POST',
  path: (_meeting, subject) => ['users', subject, 'meetings'],
  body: ({topic}) => ({type: INSTANT, topic, settings: {use_pmi: false}}),
  answer: z
    .object({
      id: meetingNumber,
      uuid: optionalText,
      host_id: optionalText,
      join_url: optionalText,
      password: optionalText,
    })
    .transform(({id, uuid, host_id, join_url = '', password}) => ({
      number: id,
      uuid,
      hostId: host_id,
      joinUrl: join_url,
      passcode: passcodeBeside(join_url, password),
    })),
  link: ({joinUrl, number}) => ({url: joinUrl, meetingNumber: number}),
  scopes: {granular: 'meeting:write:meeting', classic: ['meeting:write']},
  rate: 'light',
};

/** People have to type it where the link does not carry it. */
export const passcodeBeside = (link: string, passcode: string | undefined): string | undefined =>
  readUrl(link)?.searchParams.has('pwd') === true ? undefined : passcode;
