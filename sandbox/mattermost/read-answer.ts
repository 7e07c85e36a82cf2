import type {CommandAnswer} from './command-answer.js';

/**
 * Reads the answer to a command: JSON if it says so, otherwise text, which may be empty. Source:
 * `CommandResponseFromHTTPBody` of server/public/model/command_response.go
 */
export function readAnswer(contentType: string, body: Uint8Array): CommandAnswer | 'unreadable' {
  const text = Buffer.from(body).toString();
  if (contentType.split(';')[0]?.trim() !== 'application/json') return {text};
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' ? (answer ?? {}) : 'unreadable';
  } catch {
    return 'unreadable';
  }
}
