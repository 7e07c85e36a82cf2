/** Why Zoom understood and said no: each has one sentence that says what to do. */
export type ZoomRefusal =
  | 'paidPlan'
  | 'webinarPlan'
  | 'noPrivilege'
  | 'scheduleFor'
  | 'isWebinar'
  | 'inactive'
  | 'userUnknown'
  | 'userElsewhere'
  | 'invitationExpired'
  | 'addressTaken'
  | 'meetingUnknown'
  | 'inProgress'
  | 'over'
  | 'personalRoom'
  | 'noRegistration'
  | 'hostRegisters'
  | 'alternativeHost'
  | 'full'
  | 'mayNotHost'
  | 'summaryByEmail'
  | 'notOwn'
  | 'companionOff'
  | 'noRecording'
  | 'noTranscript'
  | 'tooOld';

/** Zoom's numbers that stand for one thing alone: https://developers.zoom.us/docs/api/errors/ */
const BY_CODE: ReadonlyMap<number, ZoomRefusal> = new Map([
  [1001, 'userUnknown'],
  [1005, 'addressTaken'],
  [1010, 'userElsewhere'],
  [1114, 'alternativeHost'],
  [1120, 'invitationExpired'],
  [2305, 'summaryByEmail'],
  [2306, 'notOwn'],
  [2314, 'companionOff'],
  [3001, 'meetingUnknown'],
  [3002, 'inProgress'],
  [3003, 'scheduleFor'],
  [3007, 'over'],
  [3018, 'personalRoom'],
  [3027, 'hostRegisters'],
  [3038, 'over'],
  [3043, 'full'],
  [3161, 'mayNotHost'],
  [3301, 'noRecording'],
  [3322, 'noTranscript'],
  [12702, 'tooOld'],
]);

/** Those that Zoom answers with the status of a missing permission, although asking for one changes nothing. */
export const SETTING_CODES: readonly number[] = [2305, 2306, 2314];

/** The words of a number that stands for several things; the first row that applies counts. */
const BY_WORDS: readonly {code: number; words: RegExp; because: ZoomRefusal}[] = [
  {code: 200, words: /webinar/i, because: 'webinarPlan'},
  {code: 200, words: /\bpaid\b|upgrade|subscription|\bplan\b/i, because: 'paidPlan'},
  {code: 200, words: /permission|privilege|not allowed/i, because: 'noPrivilege'},
  {code: 300, words: /registration has not been enabled/i, because: 'noRegistration'},
  {code: 404, words: /registration has not been enabled/i, because: 'noRegistration'},
  {code: 1001, words: /(meeting|webinar) does not exist/i, because: 'meetingUnknown'},
  {code: 3000, words: /cannot schedule .* for/i, because: 'scheduleFor'},
  {code: 3000, words: /registration/i, because: 'noRegistration'},
  {code: 3000, words: /webinar/i, because: 'isWebinar'},
  {code: 3000, words: /inactive|blocked/i, because: 'inactive'},
];

/** What the words add to a number; `undefined`: nothing. */
export const refusalInWords = (code: number, words: string): ZoomRefusal | undefined =>
  BY_WORDS.find((row) => row.code === code && row.words.test(words))?.because;

/** Why; `undefined`: the number is all that is known. */
export const refusalOf = ({code, because}: {code: number; because?: ZoomRefusal}): ZoomRefusal | undefined =>
  because ?? BY_CODE.get(code);
