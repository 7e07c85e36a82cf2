import type {OutgoingHttpHeaders} from 'node:http';
import type {HttpHeader} from '../models/http-request.js';

/** Belong to one connection (RFC 9110 §7.6.1), or are answered by the transport itself. */
const connectionHeaders: ReadonlySet<string> = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Go's `http.CanonicalHeaderKey`: `content-type` → `Content-Type`. */
export function canonicalHeaderName(name: string): string {
  return name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}

/**
 * Go's header as Node takes it, every value of a repeated name kept. Values are the bytes that were on the
 * wire, as Node's own parser would have read them.
 */
export function toNodeHeaders(header: HttpHeader): OutgoingHttpHeaders {
  const headers = Object.create(null) as OutgoingHttpHeaders;
  for (const [name, values] of Object.entries(header)) {
    if (!connectionHeaders.has(name.toLowerCase())) headers[name] = values.map(toLatin1);
  }
  return headers;
}

/** Node's `rawHeaders` as Go takes them. */
export function toGoHeader(rawHeaders: readonly string[]): HttpHeader {
  const header = Object.create(null) as Record<string, string[]>;
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = canonicalHeaderName(rawHeaders[index] ?? '');
    if (connectionHeaders.has(name.toLowerCase())) continue;
    (header[name] ??= []).push(fromLatin1(rawHeaders[index + 1] ?? ''));
  }
  return header;
}

function toLatin1(value: string): string {
  return Buffer.from(value, 'utf8').toString('latin1');
}

function fromLatin1(value: string): string {
  return Buffer.from(value, 'latin1').toString('utf8');
}
