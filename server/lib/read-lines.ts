import type {Readable} from 'node:stream';
import {StringDecoder} from 'node:string_decoder';

/**
 * Hands out the lines of a text stream as they complete, without line ends; the last one need not have any. A line
 * of more than `maxLength` characters is handed out in parts.
 */
export function readLines(stream: Readable, maxLength: number, onLine: (line: string) => void): void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  stream.on('data', (chunk: Buffer) => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) hand(line.endsWith('\r') ? line.slice(0, -1) : line);
    for (; rest.length > maxLength; rest = rest.slice(maxLength)) onLine(rest.slice(0, maxLength));
  });
  stream.once('end', () => {
    if (rest !== '') hand(rest);
    rest = '';
  });

  function hand(line: string): void {
    for (let at = 0; at === 0 || at < line.length; at += maxLength) onLine(line.slice(at, at + maxLength));
  }
}
