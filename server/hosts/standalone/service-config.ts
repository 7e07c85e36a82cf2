import * as z from 'zod';
import {settingsSchema} from '../../core/domain/settings-schema.js';
import {type AddressKind, readAddress} from './read-address.js';

const address = (kind: AddressKind) =>
  z.string({error: 'is missing'}).transform((text, context) => {
    const reading = readAddress(text, kind);
    if (reading.ok) return reading.address;
    context.addIssue(reading.problem);
    return z.NEVER;
  });

/** `undefined`: it is no such address. */
function readListen(text: string): {host: string; port: number} | undefined {
  const [, host = '', port = ''] = /^\[?(.*?)\]?:(\d{1,5})$/.exec(text) ?? [];
  return host !== '' && Number(port) <= 65_535 ? {host, port: Number(port)} : undefined;
}

/** What the service needs beside the settings that a plugin has too. */
export const serviceSchema = z.object({
  /** Mattermost's Site URL. */
  MattermostURL: address('site'),
  /** Of the bot account. */
  MattermostToken: z.string({error: 'is missing'}).trim().min(1, 'is missing'),
  /** Where Zoom and Mattermost reach this service: its own origin, without a path. */
  ServiceURL: address('origin'),
  /** `host:port`; a proxy in front adds https. */
  Listen: z
    .string()
    .default('127.0.0.1:8066')
    .transform((text, context) => {
      const address = readListen(text);
      if (address !== undefined) return address;
      context.addIssue('must be host:port, for example 127.0.0.1:8066');
      return z.NEVER;
    }),
  /** `host:port` of `/metrics`, which is for the operator alone; `off`: nowhere. */
  MetricsListen: z
    .string()
    .default('127.0.0.1:8067')
    .transform((text, context) => {
      const address = readListen(text);
      if (address !== undefined || text === 'off') return address;
      context.addIssue('must be host:port, for example 127.0.0.1:8067, or off');
      return z.NEVER;
    }),
  /** `sqlite:<file>`, `postgres://…` or `memory:` (nothing survives a restart). */
  Store: z.string().trim().min(1, 'is missing').default('sqlite:zoom-mattermost.db'),
  LogLevel: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});

export type ServiceConfig = z.infer<typeof serviceSchema>;

/**
 * Names of everything that can be configured: the service's own, then those of the plugin's page in the System Console.
 */
export const CONFIG_KEYS: readonly string[] = [
  ...Object.keys(serviceSchema.shape),
  ...Object.keys(settingsSchema.shape),
];

/** What only `init` is told, and what nobody keeps. */
export const INIT_KEYS = ['AdminToken', 'Teams', 'SystemAdmin'] as const;
