import {Readable} from 'node:stream';
import {readAtMost} from './read-at-most.js';
import {record} from './response-writers.js';
import type {Sessions} from './sessions.js';
import type {ServePlugin} from './site.js';

/** `model.MaxIntegrationResponseSize` */
export const longestAnswer = 1024 * 1024;
/** `OutgoingIntegrationRequestsTimeout` */
export const answerWithinMs = 30_000;

/** What a button sends to its owner. */
export interface Delivered {
  /** An address over HTTP, or a path of the plugin's. */
  url: string;
  /** Who pressed. */
  userId: string;
  /** Without one the owner is only asked (GET). */
  body?: object;
}

/** The owner's answer. Status 502: nobody answered, or not within 30 s. */
export interface DeliveryAnswer {
  status: number;
  body: Uint8Array;
  /** It came from inside the server, which does not look at the status of its plugins. */
  isPlugins: boolean;
}

export type Deliver = (delivered: Delivered) => Promise<DeliveryAnswer>;

const pluginPath = /^\/?(plugins\/.*)$/;

export interface DeliveryParts {
  sessions: Sessions;
  servePlugin: ServePlugin;
  /** An address below it, in `/plugins/`, is the plugin's too. */
  siteUrl: () => string;
}

/** Delivers to the plugin inside the server, and to all others over HTTP, without anything that proves who sent it. */
export function createDelivery({sessions, servePlugin, siteUrl}: DeliveryParts): Deliver {
  return async ({url, userId, body}) => {
    const path = url.startsWith(`${siteUrl()}/plugins/`) ? new URL(url).pathname : pluginPath.exec(url)?.[1];
    const text = body === undefined ? '' : JSON.stringify(body);
    if (path === undefined) return post(url, text);
    const {response, writer} = record();
    const served = servePlugin(
      {
        method: body === undefined ? 'GET' : 'POST',
        target: path.startsWith('/') ? path : `/${path}`,
        // The server states neither the type nor the length of what it sends.
        header: {Authorization: [sessions.headersOf(userId).Authorization]},
        host: '',
        body: Readable.from([Buffer.from(text)]),
      },
      writer,
    );
    if (served === undefined) return {status: 404, body: Buffer.alloc(0), isPlugins: true};
    await served;
    // The server keeps only what the last Write wrote.
    const last = response.writes.at(-1) ?? Buffer.alloc(0);
    return {status: response.status, body: last, isPlugins: true};
  };
}

async function post(url: string, body: string): Promise<DeliveryAnswer> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', Accept: 'application/json'},
      body,
      signal: AbortSignal.timeout(answerWithinMs),
    });
    return {status: answer.status, body: await readAtMost(answer, longestAnswer), isPlugins: false};
  } catch {
    return {status: 502, body: Buffer.alloc(0), isPlugins: false};
  }
}
