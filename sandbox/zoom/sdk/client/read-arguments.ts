export interface InitArguments {
  /** Where the browser goes when somebody leaves. */
  leaveUrl: string;
}

/** With the letters in which Zoom's client view writes them. */
export interface JoinArguments {
  signature: string;
  meetingNumber: string;
  passWord: string;
  userName: string;
  userEmail: string;
  tk: string;
}

/** `undefined`: one of them is missing, or is no text where it has to be one. */
export function readInit(given: unknown): InitArguments | undefined {
  const {leaveUrl, patchJsMedia = false, disableCORP = false} = fieldsOf(given);
  const isRight = [patchJsMedia, disableCORP].every((value) => typeof value === 'boolean');
  return isRight && isText(leaveUrl) && isWebAddress(leaveUrl) ? {leaveUrl} : undefined;
}

/** What is not known here is left out: a `password` in small letters is none. */
export function readJoin(given: unknown): JoinArguments | undefined {
  const {signature, meetingNumber, userName, passWord = '', userEmail = '', tk = ''} = fieldsOf(given);
  const number = typeof meetingNumber === 'number' ? String(meetingNumber) : meetingNumber;
  if (![signature, number, userName].every(isText)) return undefined;
  const texts = {signature, meetingNumber: number, userName, passWord, userEmail, tk};
  const areTexts = Object.values(texts).every((value) => typeof value === 'string');
  return areTexts ? (texts as JoinArguments) : undefined;
}

const fieldsOf = (given: unknown): Record<string, unknown> =>
  typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isWebAddress = (address: string): boolean =>
  URL.canParse(address, location.href) && /^https?:$/.test(new URL(address, location.href).protocol);
