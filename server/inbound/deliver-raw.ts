import type {Chat, OutgoingFile} from '../core/ports/chat.js';
import type {Logger} from '../core/ports/logger.js';
import {type FileObstacle, hasCode, isPortError} from '../core/ports/port-error.js';
import type {TextKey, Translate} from '../core/ports/texts.js';
import type {RawWish} from '../core/usecases/send-raw.js';

/** What one still reads in a message. */
const LONGEST_MESSAGE = 3_000;

/** A request and what Zoom has answered, for whoever sent it. */
export interface RawAnswer {
  userId: string;
  wish: Pick<RawWish, 'method' | 'path'>;
  /** `undefined`: Zoom only says that it is done. */
  answer: unknown;
  translate: Translate;
}

/** Sends an answer by direct message, and says where it is. Never rejects. */
export type DeliverRaw = (answer: RawAnswer) => Promise<string>;

const NOT_TAKEN = {
  'too-large': 'raw.file.tooLarge',
  'files-off': 'raw.file.off',
  'not-taken': 'raw.file.notTaken',
} as const satisfies Record<FileObstacle, TextKey>;

export const createDeliverRaw =
  ({chat, logger}: {chat: Pick<Chat, 'sendDirectMessage'>; logger: Logger}): DeliverRaw =>
  async ({userId, wish, answer, translate}) => {
    const request = inCode(`${wish.method} ${wish.path}`);
    if (answer === undefined) return translate('raw.done', {request});
    const json = JSON.stringify(answer, undefined, 2);
    const title = translate('raw.answer', {request});
    const isShort = json.length <= LONGEST_MESSAGE;
    try {
      await chat.sendDirectMessage(
        userId,
        isShort ? {text: `${title}\n${fenced(json)}`} : {text: title, file: fileOf(wish.path, json)},
      );
      return translate('raw.delivered', {request});
    } catch (error) {
      if (!isPortError(error)) throw error;
      logger.warn('The answer to a raw request was not delivered', {error: error.message});
      if (hasCode(error, 'file-refused')) return translate(NOT_TAKEN[error.details.because], {request});
      return translate('raw.notDelivered', {request});
    }
  };

/** Named after what was asked for, without ids and addresses. */
function fileOf(path: string, json: string): OutgoingFile {
  const words = path.replace(/\?.*$/s, '').match(/(?<=\/)[a-z_]{1,40}(?=\/|$)/g) ?? [];
  return {name: ['zoom', ...words].join('-').slice(0, 100) + '.json', bytes: Buffer.from(json)};
}

/** As code in a line. */
export const inCode = (text: string): string => `\`${text.replaceAll('`', '')}\``;

/** As a block of code, whatever it holds. */
export function fenced(json: string): string {
  const longest = Math.max(2, ...(json.match(/`+/g) ?? []).map(({length}) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}json\n${json}\n${fence}`;
}
