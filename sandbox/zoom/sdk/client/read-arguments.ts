export interface InitArguments {
  /** Where the browser goes when somebody leaves. */
  leaveUrl: string;
  /** A dialog of the SDK's own says why somebody does not get in. */
  showsErrors: boolean;
  /** They look at themselves first, and press Join in the SDK's view. */
  hasPreview: boolean;
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

/** silent: Zoom's SDK writes something into the console, and calls nobody back */
export type Misread = 'invalid' | 'silent';

const SWITCHES = ['patchJsMedia', 'disableCORP', 'isShowJoiningErrorDialog', 'disablePreview'];

/** invalid: something is missing, or is not what it has to be. */
export function readInit(given: unknown): InitArguments | Misread {
  const fields = fieldsOf(given);
  const {leaveUrl, webEndpoint, isShowJoiningErrorDialog, disablePreview} = fields;
  const areRight = SWITCHES.every((name) => ['undefined', 'boolean'].includes(typeof fields[name]));
  if (!areRight || !isText(leaveUrl) || (webEndpoint !== undefined && !isHost(webEndpoint))) return 'invalid';
  if (leaveUrl.startsWith('#')) return 'silent';
  if (!isWebAddress(leaveUrl)) return 'invalid';
  const showsErrors = isShowJoiningErrorDialog !== false;
  return {leaveUrl, showsErrors, hasPreview: showsErrors && disablePreview !== true};
}

/** What is not known here is left out: a `password` in small letters is none. */
export function readJoin(given: unknown): JoinArguments | Misread {
  const {signature, meetingNumber, userName, passWord = '', userEmail = '', tk = ''} = fieldsOf(given);
  if (!isText(signature) || !hasAppKey(signature)) return 'silent';
  const number = typeof meetingNumber === 'number' ? String(meetingNumber) : meetingNumber;
  const texts = {signature, meetingNumber: number, userName, passWord, userEmail, tk};
  const areTexts = Object.values(texts).every((value) => typeof value === 'string');
  return areTexts ? (texts as JoinArguments) : 'invalid';
}

/** What it says of a join before it asks Zoom; `undefined`: nothing is wrong. */
export function tooMuch(given: JoinArguments): string | undefined {
  const {meetingNumber, userName, passWord, userEmail} = given;
  if (meetingNumber.length > 12) return 'meetingNumber length > 12';
  if (weight(userName) > 128 || userName === '') return 'userName length > 128 or userName is empty';
  if (weight(passWord) > 32) return 'password length > 32';
  if (weight(userEmail) > 100) return 'userEmail length > 100';
  const markup = [meetingNumber, userName, passWord, userEmail].find((text) => /<\/?script>/.test(text));
  return markup === undefined ? undefined : `${markup} contains a </script> or <script>`;
}

/** Letters beyond ASCII count twice. */
const weight = (text: string): number => text.length + text.replace(/[\0-\x7f]/g, '').length;

/** It reads the signature as far as it can be read without its secret. */
function hasAppKey(signature: string): boolean {
  try {
    const payload = (signature.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
    return isText(fieldsOf(JSON.parse(atob(payload)))['appKey']);
  } catch {
    return false;
  }
}

const fieldsOf = (given: unknown): Record<string, unknown> =>
  typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isHost = (value: unknown): boolean => isText(value) && /^[\w.-]+(:\d+)?$/.test(value);

const isWebAddress = (address: string): boolean =>
  URL.canParse(address, location.href) && /^https?:$/.test(new URL(address, location.href).protocol);
