import * as z from 'zod';
import {meetingNumber, optionalText} from '../answer-fields.js';
import type {LookupEndpoint} from '../endpoint.js';
import {passcodeBeside} from './create-meeting.js';

/** The meeting of a personal meeting ID, which is always there: it runs, or waits for the next occurrence. */
export interface ZoomPersonalMeeting {
  /** The personal meeting ID, digits only. */
  number: string;
  /** Of the occurrence that runs; else it says nothing about the next one. */
  uuid: string | undefined;
  hostId: string | undefined;
  status: 'waiting' | 'started' | undefined;
  /** Zoom's own `join_url`, https on an allowed host. */
  joinUrl: string;
  /** The plain passcode, only where `joinUrl` does not carry it. */
  passcode: string | undefined;
}

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId} */
export const personalMeeting: LookupEndpoint<string, ZoomPersonalMeeting> = {
  method: 'GET',
  path: (number) => ['meetings', number],
  answer: z
    .object({
      id: meetingNumber,
      uuid: optionalText,
      host_id: optionalText,
      status: z.enum(['waiting', 'started']).optional().catch(undefined),
      join_url: optionalText,
      password: optionalText,
    })
    .transform(({id, uuid, host_id, status, join_url = '', password}) => ({
      number: id,
      uuid,
      hostId: host_id,
      status,
      joinUrl: join_url,
      passcode: passcodeBeside(join_url, password),
    })),
  link: ({joinUrl, number}) => ({url: joinUrl, meetingNumber: number}),
  /** There is none, or it is switched off. */
  absentCodes: [3001],
  scopes: {granular: 'meeting:read:meeting', classic: ['meeting:read']},
  rate: 'light',
};
