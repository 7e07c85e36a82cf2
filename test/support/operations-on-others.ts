import type {Operation} from '../../server/core/ports/zoom/operation.js';
import {OPERATION_NAMES, type OperationName, operations} from '../../server/core/ports/zoom/operations.js';
import {isAccountWide} from '../../server/core/usecases/act-in-zoom.js';
import {pathOf} from '../../server/inbound/api/operation-route.js';

/** What an operation takes, and what people are answered who ask for it. */
interface OnOthers {
  body?: object;
  people: Record<'guest' | 'stranger' | 'member' | 'channelAdmin' | 'systemAdmin', string>;
}

/** What an operation of Zoom's takes, where it takes anything. */
const INPUT: Readonly<Partial<Record<OperationName, object>>> = {
  addMeetingRegistrant: {email: 'eve@example.net', first_name: 'Eve'},
  addWebinarRegistrant: {email: 'eve@example.net', first_name: 'Eve'},
  createMeeting: {topic: 'Not mine'},
  createUser: {action: 'create', user_info: {email: 'eve@example.net', type: 1}},
  createWebinar: {topic: 'Not mine'},
  endMeeting: {action: 'end'},
  updateMeeting: {topic: 'Not mine'},
  updateUser: {first_name: 'Eve'},
};

/** Everything that Zoom can be asked for, as asked for somebody else's: everybody connects their own Zoom account. */
export const OPERATIONS_ON_OTHERS: Readonly<Record<string, OnOthers>> = Object.fromEntries(
  OPERATION_NAMES.map((name) => {
    const row: Operation = operations[name];
    const ofAccount = {others: '403 not_an_admin', systemAdmin: '403 switched_off'};
    const ofPerson = {others: '403 not_the_host', systemAdmin: '403 own_only'};
    const ofHost = {others: '403 not_the_host', systemAdmin: '403 not_the_host'};
    const said = isAccountWide(row) ? ofAccount : row.of === 'user' ? ofPerson : ofHost;
    const {others, systemAdmin} = said;
    const people = {
      guest: '403 restricted',
      stranger: others,
      member: others,
      channelAdmin: others,
      systemAdmin,
    };
    const body = INPUT[name];
    return [`${row.method} ${pathOf(row)}`, {...(body && {body}), people}];
  }),
);

/** Names that stand in paths: nobody's things. */
const NAMED: Readonly<Record<string, string>> = {
  userId: 'somebody@example.net',
  meetingId: '85512345678',
  webinarId: '85512345678',
  callLogId: '0123456789abcdef',
};
export const inFull = (path: string): string =>
  path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => NAMED[name] ?? name);
