import {gob, type GobValue} from '../../wire/gob/type.js';

/** `http.Header`: names in canonical form (`Content-Type`). */
export const httpHeader = gob.map(gob.string, gob.slice(gob.string));

/**
 * `plugin.HTTPRequestSubset`. `URL` is the text of Go's `*url.URL`, its path without `/plugins/<id>`;
 * `RequestURI` is what the client sent. The body travels apart.
 */
export const httpRequest = gob.struct('HTTPRequestSubset', {
  Method: gob.string,
  URL: gob.binary('URL'),
  Proto: gob.string,
  ProtoMajor: gob.int,
  ProtoMinor: gob.int,
  Header: httpHeader,
  Host: gob.string,
  RemoteAddr: gob.string,
  RequestURI: gob.string,
});

export type HttpHeader = GobValue<typeof httpHeader>;
export type HttpRequest = GobValue<typeof httpRequest>;
