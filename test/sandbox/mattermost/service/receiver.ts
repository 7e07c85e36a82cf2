import type {AddressInfo} from 'node:net';
import {closeServer, listen} from '../../../support/listen.js';

export interface ReceivedRequest {
  method: string;
  path: string;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

export interface Answer {
  status?: number;
  type?: string;
  body?: string;
}

/** The service's end of the line: keeps what it is sent, and answers what the test says. */
export interface Receiver {
  readonly url: string;
  readonly requests: ReceivedRequest[];
  answer(answer: Answer): void;
  close(): Promise<void>;
}

/** An answer in JSON. */
export const json = (value: unknown): Answer => ({type: 'application/json', body: JSON.stringify(value)});

export async function startReceiver(): Promise<Receiver> {
  const requests: ReceivedRequest[] = [];
  let answer: Answer = {};
  const server = await listen((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const {method = '', url = '', headers} = request;
      requests.push({method, path: url, headers, body: Buffer.concat(chunks).toString()});
      const {status = 200, type = 'text/plain', body = ''} = answer;
      response.writeHead(status, {'Content-Type': type}).end(body);
    });
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answer: (next) => {
      answer = next;
    },
    close: () => closeServer(server),
  };
}
