import type {ServerResponse} from 'node:http';
import {canonicalHeaderName} from '../../server/protocol/serve-http/header.js';
import type {ResponseWriter} from '../../server/protocol/serve-http/response-writer.js';
import {writeChunk} from '../../server/protocol/serve-http/write-chunk.js';

/** Writes the plugin's answer to a client of this server. */
export function writeTo(response: ServerResponse): ResponseWriter {
  return {
    Header: async () =>
      Object.fromEntries(
        Object.entries(response.getHeaders()).map(([name, value]) => [
          canonicalHeaderName(name),
          [value ?? []].flat().map(String),
        ]),
      ),
    SyncHeader: async (header) => {
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      for (const [name, values] of Object.entries(header)) response.setHeader(name, values);
      return {};
    },
    WriteHeader: async (status) => {
      response.writeHead(status);
      return {};
    },
    Write: async (bytes) => {
      await writeChunk(response, bytes);
      return {};
    },
    Flush: async () => {
      response.flushHeaders();
      return {};
    },
  };
}

/** An answer that stays inside the server. */
export interface RecordedResponse {
  status: number;
  header: Readonly<Record<string, readonly string[]>>;
  writes: Uint8Array[];
}

/** Records the plugin's answer, with Go's defaults for what is not said. */
export function record(): {response: RecordedResponse; writer: ResponseWriter} {
  const response: RecordedResponse = {status: 200, header: {}, writes: []};
  const writer: ResponseWriter = {
    Header: async () => response.header,
    SyncHeader: async (header) => {
      response.header = header;
      return {};
    },
    WriteHeader: async (status) => {
      response.status = status;
      return {};
    },
    Write: async (bytes) => {
      response.writes.push(bytes);
      return {};
    },
    Flush: async () => ({}),
  };
  return {response, writer};
}
