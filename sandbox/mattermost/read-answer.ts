import type {CommandAnswer} from './command-answer.js';

/** Reads the answer to a command: JSON only where it says so, and text otherwise. `undefined`: it is empty. */
export function readAnswer(contentType: string, body: Uint8Array): CommandAnswer | 'unreadable' | undefined {
  const text = Buffer.from(body).toString();
  if (contentType.split(';')[0]?.trim() !== 'application/json') return text === '' ? undefined : {text};
  try {
    const answer: unknown = JSON.parse(text);
    if (answer === null) return undefined;
    return typeof answer === 'object' ? (answer) : 'unreadable';
  } catch {
    return 'unreadable';
  }
}
