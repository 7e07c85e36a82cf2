import type {SlashCommandRecord} from '../records.js';
import {invalid} from '../refusals.js';

/** `Command.IsValid` of server/public/model/command.go. @throws ApiError 400 */
export function checkSlashCommand(command: SlashCommandRecord): void {
  const refuse = (field: string, message: string): never => {
    throw invalid(`model.command.is_valid.${field}.app_error`, message);
  };
  const {trigger, url, method, display_name, description} = command;
  if (trigger === '' || trigger.length > 128 || trigger.startsWith('/') || trigger.includes(' ')) {
    refuse('trigger', 'Invalid trigger.');
  }
  if (url === '' || url.length > 1024) refuse('url', 'Invalid URL.');
  if (!/^https?:\/\/[^/]/.test(url)) {
    refuse('url_http', 'Invalid URL. Must be a valid URL and start with http:// or https://.');
  }
  if (!['P', 'G'].includes(method)) refuse('method', 'Invalid Method.');
  if (display_name.length > 64) refuse('display_name', 'Invalid title.');
  if (description.length > 128) refuse('description', 'Invalid description.');
}
