import {GobNamed} from '../wire/gob/gob-named.js';
import type {MessageAttachment, PostAction} from './models/message-attachment.js';

type Json = Record<string, unknown>;

/**
 * Props of a post as the REST API shows them. The server hands attachments out in its own Go type when it has
 * just parsed them, and as generic JSON when they come from the database.
 */
export function plainProps(props: Readonly<Record<string, unknown>> | undefined): Json {
  return Object.fromEntries(Object.entries(props ?? {}).map(([name, value]) => [name, plainValue(value)]));
}

/** An attachment in the form of the REST API: `TitleLink` → `title_link`. */
export function plainAttachment(attachment: MessageAttachment): Json {
  const {Fields, Actions, Timestamp, ...rest} = attachment;
  return {
    ...inSnakeCase(rest),
    ...(Timestamp === undefined ? {} : {ts: Timestamp}),
    ...(Fields === undefined ? {} : {fields: Fields.map(inSnakeCase)}),
    ...(Actions === undefined ? {} : {actions: Actions.map(plainAction)}),
  };
}

function plainValue(value: unknown): unknown {
  if (!(value instanceof GobNamed)) return value;
  if (value.name !== '[]*model.SlackAttachment') return value.value;
  return (value.value as readonly MessageAttachment[]).map(plainAttachment);
}

function plainAction({Integration, ...rest}: PostAction): Json {
  return {
    ...inSnakeCase(rest),
    ...(Integration === undefined ? {} : {integration: inSnakeCase(Integration)}),
  };
}

function inSnakeCase(struct: object): Json {
  return Object.fromEntries(
    Object.entries(struct).map(([name, value]) => [snakeCase(name), value as unknown]),
  );
}

function snakeCase(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
}
